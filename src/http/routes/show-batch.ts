import { batchParams, batchRef, showBatch as show } from '../batch-request.ts'
import { batch } from '../contract/batch.ts'
import type { Route } from '../route.ts'

/** A batch, without its rows. */
export const showBatch: Route = (server, services) => {
  server.get(
    '/batches/:batch',
    {
      config: { act: 'show-batch' },
      schema: {
        summary: 'A batch, without its rows',
        tags: ['batches'],
        params: batchParams,
        response: { 200: batch },
      },
    },
    (request) => show(request, services, batchRef(request, request.params.batch)),
  )
}
