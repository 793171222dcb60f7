import { note } from '../audit/note.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch, execution } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import { idempotently } from '../idempotently.ts'
import type { Route } from '../route.ts'

/** Executes the plan that the digest names; goes on after the answer. */
export const executeBatch: Route = (server, services) => {
  server.post(
    '/batches/:batch/execution',
    {
      config: { act: 'execute-batch', idempotent: true },
      schema: {
        summary: 'Execute the operation',
        tags: ['batches'],
        params: batchParams,
        body: execution,
        response: { 202: batch },
      },
    },
    async (request, reply) => {
      const { actor } = callerOf(request)
      const ref = batchRef(request, request.params.batch)
      const started = await idempotently(request, reply, services, {
        status: 202,
        answer: batch,
        asked: () => request.body,
        async act() {
          await services.engine.executeBatch(ref, { actor, ...request.body })
          return showBatch(request, services, ref)
        },
      })
      note(request, { details: { operation: started.operation, rows: started.totals.ready } })
      return reply.code(202).send(started)
    },
  )
}
