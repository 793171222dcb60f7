import { createKey as createKeyFor } from '../../access/create-key.ts'
import { createdKey, newKey } from '../contract/key.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/**
 * A key of one's own. `Idempotency-Key` is not heeded: the answer would have to be kept, and with it the
 * secret that is stored nowhere.
 */
export const createKey: Route = (server, { db, now }) => {
  server.post(
    '/keys',
    {
      config: { act: 'create-key' },
      schema: {
        summary: 'Create an API key, shown once',
        tags: ['access'],
        body: newKey,
        response: { 201: createdKey },
      },
    },
    async (request, reply) => {
      const { companyId, userId } = callerOf(request).actor
      const { name } = request.body
      const created = await createKeyFor(db, { companyId, userId, name, now: now() })
      return reply.code(201).send(created)
    },
  )
}
