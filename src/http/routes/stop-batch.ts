import { note } from '../audit/note.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch } from '../contract/batch.ts'
import type { Route } from '../route.ts'

/** Stops a batch at its next chunk; what is done stays done, and it can go on. */
export const stopBatch: Route = (server, services) => {
  server.post(
    '/batches/:batch/stop',
    {
      config: { act: 'stop-batch' },
      schema: { summary: 'Stop', tags: ['batches'], params: batchParams, response: { 202: batch } },
    },
    async (request, reply) => {
      const ref = batchRef(request, request.params.batch)
      await services.engine.stopBatch(ref)
      const shown = await showBatch(request, services, ref)
      note(request, { details: { operation: shown.operation } })
      return reply.code(202).send(shown)
    },
  )
}
