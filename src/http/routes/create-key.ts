import { createKey as createKeyFor } from '../../access/create-key.ts'
import { limitsOfNewKey } from '../../access/limits-of-new-key.ts'
import { note } from '../audit/note.ts'
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
        description: 'Who came in by a limited key hands its limits on.',
        tags: ['access'],
        body: newKey,
        response: { 201: createdKey },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { name, permissions, expiresAt } = request.body
      const wish = { permissions, expiresAt: expiresAt === null ? null : new Date(expiresAt) }
      const limits = limitsOfNewKey(wish, caller, now())
      const { companyId, userId } = caller.actor
      const created = await createKeyFor(db, { companyId, userId, name, limits, now: now() })
      note(request, {
        subject: { kind: 'key', id: created.id },
        details: {
          permissions: limits.permissions && [...limits.permissions],
          expiresAt: limits.expiresAt?.toISOString() ?? null,
        },
      })
      return reply.code(201).send(created)
    },
  )
}
