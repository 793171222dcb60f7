import type { FastifyRequest } from 'fastify'
import type { BatchRef } from '../../directory/batches.ts'
import { findBatch } from '../../directory/batches.ts'
import { batchParams, batchRef, untilGone } from '../batch-request.ts'
import { progress, type Progress } from '../contract/batch.ts'
import { sendEvents } from '../send-events.ts'
import { isStillLetIn } from '../guard.ts'
import type { Route, Services } from '../route.ts'

/** How the batch comes along, as server-sent events, until it is at rest. */
export const watchBatch: Route = (server, services) => {
  const { db, engine } = services
  const closing = new AbortController()
  server.addHook('preClose', async () => closing.abort())
  server.get(
    '/batches/:batch/events',
    {
      config: { act: 'watch-batch' },
      schema: {
        summary: 'Progress, as server-sent events',
        description:
          'Each event is named `progress`; the stream ends when the batch is at rest, or who watches may no longer.',
        tags: ['batches'],
        params: batchParams,
        response: { 200: { content: { 'text/event-stream': { schema: progress } } } },
      },
    },
    async (request, reply) => {
      const ref = batchRef(request, request.params.batch)
      // Before the stream begins: afterwards nothing can be refused any more.
      await findBatch(db, ref)
      const signal = AbortSignal.any([untilGone(reply), closing.signal])
      const events = engine.watch(ref, signal)
      return sendEvents(reply, 'progress', told(events, ref, whileLetIn(request, services)))
    },
  )
}

async function* told(
  events: AsyncIterable<Omit<Progress, 'batch'>>,
  { id: batch }: BatchRef,
  isLetIn: () => Promise<boolean>,
): AsyncGenerator<Progress> {
  for await (const seen of events) {
    if (!(await isLetIn())) return
    yield { batch, ...seen }
  }
}

/** Asks again now and then: what is told in between is told to who was let in a moment ago. */
function whileLetIn(request: FastifyRequest, services: Services): () => Promise<boolean> {
  let askedAt = services.now().getTime()
  return async () => {
    const now = services.now().getTime()
    if (now - askedAt < askedEvery) return true
    askedAt = now
    return await isStillLetIn(request, services)
  }
}

const askedEvery = 1_000
