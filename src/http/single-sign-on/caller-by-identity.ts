import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../access/caller.ts'
import { SingleSignOnError } from '../../access/single-sign-on/single-sign-on-error.ts'
import { usersOfIdentity } from '../../access/single-sign-on/users-of-identity.ts'
import { RequestError } from '../../domain/request-error.ts'
import type { Services } from '../route.ts'
import { admit } from './admit.ts'
import { identityCookie } from './identity-cookie.ts'

/**
 * The user of the chosen company whom somebody is who has just come from the provider.
 * @throws RequestError `sign-in-required`: they have not, or too long ago, or are no user there
 */
export async function callerByIdentity(
  request: FastifyRequest,
  reply: FastifyReply,
  { companyId, services }: { readonly companyId: string; readonly services: Services },
): Promise<Caller> {
  const identity = identityCookie.read(request, services)
  if (identity === undefined) throw new RequestError('sign-in-required')
  const users = await usersOfIdentity(services.db, identity)
  const user = users.find((user) => user.companyId === companyId)
  if (user === undefined) throw new RequestError('sign-in-required')
  identityCookie.clear(reply)
  return await admit(services, user, identity).catch((cause: unknown) => {
    if (cause instanceof SingleSignOnError)
      throw new RequestError('sign-in-required', {}, { cause })
    throw cause
  })
}
