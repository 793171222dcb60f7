import { note } from '../audit/note.ts'
import { batchParams, batchRef, showBatch } from '../batch-request.ts'
import { batch } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Goes on with a batch that was stopped or has failed, where it stood. */
export const resumeBatch: Route = (server, services) => {
  server.post(
    '/batches/:batch/resume',
    {
      config: { act: 'resume-batch' },
      schema: {
        summary: 'Go on',
        tags: ['batches'],
        params: batchParams,
        response: { 202: batch },
      },
    },
    async (request, reply) => {
      const ref = batchRef(request, request.params.batch)
      await services.engine.resumeBatch(ref, callerOf(request).actor)
      const shown = await showBatch(request, services, ref)
      note(request, { details: { operation: shown.operation } })
      return reply.code(202).send(shown)
    },
  )
}
