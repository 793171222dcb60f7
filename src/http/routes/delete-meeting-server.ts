import { z } from 'zod'
import { deleteMeetingServer as remove } from '../../directory/meeting-servers.ts'
import { note } from '../audit/note.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** From now on the company's rooms are entered nowhere. */
export const deleteMeetingServer: Route = (server, { db }) => {
  server.delete(
    '/company/meeting-server',
    {
      config: { act: 'delete-meeting-server' },
      schema: {
        summary: 'Remove the company’s meeting server',
        tags: ['directory'],
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { companyId } = callerOf(request).actor
      await remove(db, companyId)
      note(request, { subject: { kind: 'company', id: companyId } })
      return reply.code(204).send(null)
    },
  )
}
