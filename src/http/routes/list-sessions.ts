import { listSessions as list } from '../../access/list-sessions.ts'
import { sessionList } from '../contract/session.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Where one is signed in. */
export const listSessions: Route = (server, { db, now }) => {
  server.get(
    '/sessions',
    {
      config: { act: 'list-sessions' },
      schema: {
        summary: 'One’s own sessions, the last used first',
        tags: ['access'],
        response: { 200: sessionList },
      },
    },
    async (request) => {
      const { actor, sessionId } = callerOf(request)
      const sessions = await list(db, { ...actor, now: now() })
      return {
        sessions: sessions.map(({ createdAt, lastUsedAt, ...session }) => ({
          ...session,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
          current: session.id === sessionId,
        })),
      }
    },
  )
}
