import { z } from 'zod'
import { deleteKey as remove } from '../../access/delete-key.ts'
import { RequestError } from '../../domain/request-error.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** A key of one's own opens nothing any more, and neither do the sessions that it opened. */
export const deleteKey: Route = (server, { db }) => {
  server.delete(
    '/keys/:key',
    {
      config: { act: 'delete-key' },
      schema: {
        summary: 'Delete an API key',
        description: 'The sessions that were opened with it end, too.',
        tags: ['access'],
        params: z.object({ key: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { companyId, userId } = callerOf(request).actor
      const id = z.uuid().safeParse(request.params.key).data
      if (id === undefined) throw new RequestError('key-not-found')
      await remove(db, { companyId, userId, id })
      return reply.code(204).send(null)
    },
  )
}
