import { z } from 'zod'
import { endSessions as end } from '../../access/end-sessions.ts'
import { note } from '../audit/note.ts'
import { callerOf } from '../guard.ts'
import { sessionCookie } from '../session-cookie.ts'
import type { Route } from '../route.ts'

/** Signs out everywhere, here as well. API keys go on. */
export const endSessions: Route = (server, { db }) => {
  server.delete(
    '/sessions',
    {
      config: { act: 'end-sessions' },
      schema: {
        summary: 'Sign out everywhere',
        description: 'Ends all of one’s own sessions, this one included. API keys go on.',
        tags: ['access'],
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { actor } = callerOf(request)
      const sessions = await end(db, actor)
      note(request, { subject: { kind: 'user', id: actor.userId }, details: { sessions } })
      return sessionCookie.clear(reply).code(204).send(null)
    },
  )
}
