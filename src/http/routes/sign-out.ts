import { z } from 'zod'
import { endSession } from '../../access/end-session.ts'
import { sessionCookie } from '../session-cookie.ts'
import type { Route } from '../route.ts'

/** Ends the session, not only the cookie: a copy of it opens nothing any more. */
export const signOut: Route = (server, { db }) => {
  server.delete(
    '/session',
    {
      config: { act: 'sign-out' },
      schema: { summary: 'Sign out', tags: ['access'], response: { 204: z.null() } },
    },
    async (request, reply) => {
      await endSession(db, sessionCookie.read(request))
      return sessionCookie.clear(reply).code(204).send(null)
    },
  )
}
