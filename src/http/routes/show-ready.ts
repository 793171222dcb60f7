import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { health } from '../contract/health.ts'
import type { Route } from '../route.ts'

/** Can requests be answered, the database included, and is the server to stay? For load balancers. */
export const showReady: Route = (server, { db, version, ending }) => {
  server.get(
    '/ready',
    {
      config: { act: 'show-ready' },
      schema: { summary: 'Ready?', tags: ['server'], response: { 200: health, 503: health } },
    },
    async (_, reply) => {
      if (ending?.aborted === true) {
        return reply.code(503).send({ status: 'unavailable', version })
      }
      try {
        await withinPatience(sql`select 1`.execute(db))
      } catch {
        return reply.code(503).send({ status: 'unavailable', version })
      }
      return reply.code(200).send({ status: 'ok', version })
    },
  )
}

// A database that hangs, or whose connections are all taken, answers later than anybody waits for.
const patience = 3_000

async function withinPatience(answer: Promise<unknown>): Promise<void> {
  const late = new AbortController()
  try {
    await Promise.race([
      answer,
      delay(patience, undefined, { signal: late.signal }).then(() => {
        throw new Error('The database has not answered in time.')
      }),
    ])
  } finally {
    late.abort()
  }
}
