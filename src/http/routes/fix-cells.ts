import { fixCells as fix } from '../../verify/fix-cells.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch, fix as body } from '../contract/batch.ts'
import type { Route } from '../route.ts'

/** Corrects a cell in every row where it says the same; the batch is a draft again. */
export const fixCells: Route = (server, services) => {
  server.post(
    '/batches/:batch/fixes',
    {
      config: { act: 'fix-cells' },
      schema: {
        summary: 'Correct equal cells',
        description: 'If no cell says so, the batch stays as it is.',
        tags: ['batches'],
        params: batchParams,
        body,
        response: { 200: batch },
      },
    },
    async (request) => {
      const ref = batchRef(request, request.params.batch)
      await fix(services.db, ref, request.body)
      return showBatch(request, services, ref)
    },
  )
}
