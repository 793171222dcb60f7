import { mapBatch as map } from '../../verify/map-batch.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch, mappingChoice } from '../contract/batch.ts'
import type { Route } from '../route.ts'

/** Which column fills which field, as a person chooses; the rest is guessed. */
export const mapBatch: Route = (server, services) => {
  server.put(
    '/batches/:batch/mapping',
    {
      config: { act: 'map-batch' },
      schema: {
        summary: 'Map the columns',
        tags: ['batches'],
        params: batchParams,
        body: mappingChoice,
        response: { 200: batch },
      },
    },
    async (request) => {
      const ref = batchRef(request, request.params.batch)
      await map(services.db, ref, request.body)
      return showBatch(request, services, ref)
    },
  )
}
