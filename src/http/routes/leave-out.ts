import { leaveOut as leave } from '../../verify/leave-out.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch, leavingOut } from '../contract/batch.ts'
import { rowFilterOf } from '../row-filter.ts'
import type { Route } from '../route.ts'

/** Takes rows out of a batch, or back into it; the batch is a draft again. */
export const leaveOut: Route = (server, services) => {
  server.post(
    '/batches/:batch/left-out',
    {
      config: { act: 'leave-out' },
      schema: {
        summary: 'Leave rows out, or take them back',
        description: 'If all of them are so already, the batch stays as it is.',
        tags: ['batches'],
        params: batchParams,
        body: leavingOut,
        response: { 200: batch },
      },
    },
    async (request) => {
      const ref = batchRef(request, request.params.batch)
      const { leftOut, ...meant } = request.body
      const which = 'rows' in meant ? meant : { filter: rowFilterOf(meant.filter) }
      await leave(services.db, ref, { leftOut, which })
      return showBatch(request, services, ref)
    },
  )
}
