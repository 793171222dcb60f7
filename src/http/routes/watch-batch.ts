import type { BatchRef } from '../../directory/batches.ts'
import { findBatch } from '../../directory/batches.ts'
import type { Engine } from '../../execute/engine.ts'
import { batchParams, batchRef, untilGone } from '../batch-request.ts'
import { progress, type Progress } from '../contract/batch.ts'
import { sendEvents } from '../send-events.ts'
import type { Route } from '../route.ts'

/** How the batch comes along, as server-sent events, until it is at rest. */
export const watchBatch: Route = (server, { db, engine }) => {
  const closing = new AbortController()
  server.addHook('preClose', async () => closing.abort())
  server.get(
    '/batches/:batch/events',
    {
      config: { act: 'watch-batch' },
      schema: {
        summary: 'Progress, as server-sent events',
        description: 'Each event is named `progress`; the stream ends when the batch is at rest.',
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
      return sendEvents(reply, 'progress', watch(engine, ref, signal))
    },
  )
}

async function* watch(
  engine: Engine,
  ref: BatchRef,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  for await (const seen of engine.watch(ref, signal)) yield { batch: ref.id, ...seen }
}
