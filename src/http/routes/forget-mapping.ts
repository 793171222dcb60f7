import { forgetMapping as forget } from '../../verify/remembered-mapping.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch } from '../contract/batch.ts'
import type { Route } from '../route.ts'

/** Forgets the mapping that is remembered for the columns of a batch; how the batch itself is mapped stays. */
export const forgetMapping: Route = (server, services) => {
  server.delete(
    '/batches/:batch/remembered-mapping',
    {
      config: { act: 'forget-mapping' },
      schema: {
        summary: 'Forget the mapping that is remembered for these columns',
        tags: ['batches'],
        params: batchParams,
        response: { 200: batch },
      },
    },
    async (request) => {
      const ref = batchRef(request, request.params.batch)
      await forget(services.db, ref)
      return showBatch(request, services, ref)
    },
  )
}
