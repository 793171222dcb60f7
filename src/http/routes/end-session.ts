import { z } from 'zod'
import { endOwnSession } from '../../access/end-own-session.ts'
import { RequestError } from '../../domain/request-error.ts'
import { note } from '../audit/note.ts'
import { callerOf } from '../guard.ts'
import { sessionCookie } from '../session-cookie.ts'
import type { Route } from '../route.ts'

/** Signs out one browser, this one or another. */
export const endSession: Route = (server, { db }) => {
  server.delete(
    '/sessions/:session',
    {
      config: { act: 'end-session' },
      schema: {
        summary: 'End one of one’s own sessions',
        tags: ['access'],
        params: z.object({ session: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { actor, sessionId } = callerOf(request)
      const id = z.uuid().safeParse(request.params.session).data
      if (id === undefined) throw new RequestError('session-not-found')
      await endOwnSession(db, { companyId: actor.companyId, userId: actor.userId, id })
      note(request, { subject: { kind: 'session', id } })
      if (id === sessionId) sessionCookie.clear(reply)
      return reply.code(204).send(null)
    },
  )
}
