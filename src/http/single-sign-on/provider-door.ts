import type { FastifyRequest } from 'fastify'
import { usersOfIdentity } from '../../access/single-sign-on/users-of-identity.ts'
import type { Doors } from '../contract/session.ts'
import type { Services } from '../route.ts'
import { identityCookie } from './identity-cookie.ts'

/** The way in by the provider, and the companies from which somebody who has just come from there chooses. */
export async function providerDoor(
  request: FastifyRequest,
  services: Services,
): Promise<Doors['singleSignOn']> {
  if (services.singleSignOn === null) return null
  const { name } = services.singleSignOn
  const identity = identityCookie.read(request, services)
  if (identity === undefined) return { name, companies: null }
  const users = await usersOfIdentity(services.db, identity)
  return { name, companies: users.map(({ companyId: id, company }) => ({ id, name: company })) }
}
