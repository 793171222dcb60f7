import type { FastifyReply, FastifyRequest } from 'fastify'
import { callerByKey } from '../../access/caller-by-key.ts'
import type { Caller } from '../../access/caller.ts'
import { passwordMustStand } from '../../access/passwords/password-must-stand.ts'
import type { OpenedBy } from '../../directory/schema.ts'
import { RequestError } from '../../domain/request-error.ts'
import { me } from '../contract/me.ts'
import { newSession, type NewSession } from '../contract/session.ts'
import { callerByPassword } from '../caller-by-password.ts'
import { countingFailures } from '../counting-failures.ts'
import { exampleDoor } from '../example-door.ts'
import { openSession } from '../open-session.ts'
import { serialiseMe } from '../serialise-me.ts'
import { callerByIdentity } from '../single-sign-on/caller-by-identity.ts'
import type { Route, Services } from '../route.ts'

/** Every sign-in opens a session of its own; the one that the browser had before is over. */
export const signIn: Route = (server, services) => {
  server.post(
    '/session',
    {
      config: { act: 'sign-in' },
      schema: {
        summary: 'Sign in',
        description: 'Sets a cookie that no script can read.',
        tags: ['access'],
        body: newSession,
        response: { 201: me },
      },
    },
    async (request, reply) => {
      const { caller, openedBy, chosenAt } = await countingFailures(request, reply, () =>
        identify(request, reply, services),
      )
      await services.db.transaction().execute(async (tx) => {
        if (openedBy === 'password') await passwordMustStand(tx, caller.actor, chosenAt ?? null)
        await openSession(request, reply, { ...services, db: tx }, caller, openedBy)
      })
      return reply.code(201).send(serialiseMe(caller))
    },
  )
}

interface Identified {
  readonly caller: Caller
  readonly openedBy: OpenedBy
  /** When the password was chosen with which they came. */
  readonly chosenAt?: Date | null
}

async function identify(
  request: FastifyRequest<{ Body: NewSession }>,
  reply: FastifyReply,
  services: Services,
): Promise<Identified> {
  const shown = request.body
  if ('key' in shown) {
    return { caller: await callerByKey(shown.key, services.db, services.now()), openedBy: 'key' }
  }
  if ('email' in shown) {
    return { ...(await callerByPassword(request, shown, services)), openedBy: 'password' }
  }
  if ('singleSignOn' in shown) {
    const chosen = { companyId: shown.company, services }
    return { caller: await callerByIdentity(request, reply, chosen), openedBy: 'single-sign-on' }
  }
  const caller = await exampleDoor(request, services)
  if (caller === undefined) throw new RequestError('sign-in-required')
  return { caller, openedBy: 'example' }
}
