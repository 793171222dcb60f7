import { listKeys as list } from '../../access/list-keys.ts'
import { keyList } from '../contract/key.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** One's own keys; what they say is stored nowhere. */
export const listKeys: Route = (server, { db }) => {
  server.get(
    '/keys',
    {
      config: { act: 'list-keys' },
      schema: { summary: 'One’s own API keys', tags: ['access'], response: { 200: keyList } },
    },
    async (request) => {
      const { actor, keyId } = callerOf(request)
      const keys = await list(db, actor)
      return {
        keys: keys.map(({ id, name, permissions, createdAt, lastUsedAt, expiresAt }) => ({
          id,
          name,
          permissions: permissions && [...permissions],
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          expiresAt: expiresAt?.toISOString() ?? null,
          current: id === keyId,
        })),
      }
    },
  )
}
