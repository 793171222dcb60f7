import type { FastifyRequest } from 'fastify'
import { callerByKey } from '../../access/caller-by-key.ts'
import type { Caller } from '../../access/caller.ts'
import { createSession } from '../../access/create-session.ts'
import { endSession } from '../../access/end-session.ts'
import { RequestError } from '../../domain/request-error.ts'
import { me } from '../contract/me.ts'
import { newSession, type NewSession } from '../contract/session.ts'
import { countingFailures } from '../counting-failures.ts'
import { exampleDoor } from '../example-door.ts'
import { serialiseMe } from '../serialise-me.ts'
import { sessionCookie } from '../session-cookie.ts'
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
      const caller = await countingFailures(request, reply, () =>
        identify(request, request.body, services),
      )
      const { db, now, publicUrl } = services
      await endSession(db, sessionCookie.read(request))
      const token = await createSession(db, caller, now())
      return sessionCookie.set(reply, token, publicUrl).code(201).send(serialiseMe(caller))
    },
  )
}

async function identify(
  request: FastifyRequest,
  shown: NewSession,
  services: Services,
): Promise<Caller> {
  if ('key' in shown) return await callerByKey(shown.key, services.db, services.now())
  const caller = await exampleDoor(request, services)
  if (caller === undefined) throw new RequestError('sign-in-required')
  return caller
}
