import { acceptSuggestions as accept } from '../../verify/accept-suggestions.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch } from '../contract/batch.ts'
import type { Route } from '../route.ts'

/** Corrects every cell for which there is a suggestion; the batch is a draft again. */
export const acceptSuggestions: Route = (server, services) => {
  server.post(
    '/batches/:batch/suggestions',
    {
      config: { act: 'accept-suggestions' },
      schema: {
        summary: 'Accept every suggestion',
        tags: ['batches'],
        params: batchParams,
        response: { 200: batch },
      },
    },
    async (request) => {
      const ref = batchRef(request, request.params.batch)
      await accept(services.db, ref)
      return showBatch(request, services, ref)
    },
  )
}
