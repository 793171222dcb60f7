import { batchParams, batchRef, showBatch, untilGone } from '../batch-request.ts'
import { batch } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Verifies the data and answers when that is done; it is given up when nobody waits any more. */
export const verifyBatch: Route = (server, services) => {
  server.post(
    '/batches/:batch/verification',
    {
      config: { act: 'verify-batch' },
      schema: {
        summary: 'Verify the data',
        tags: ['batches'],
        params: batchParams,
        response: { 200: batch },
      },
    },
    async (request, reply) => {
      const { actor } = callerOf(request)
      const ref = batchRef(request, request.params.batch)
      await services.engine.verifyBatch(ref, { actor, signal: untilGone(reply) })
      return showBatch(request, services, ref)
    },
  )
}
