import { findBatch } from '../../directory/batches.ts'
import { openTable } from '../../ingest/open-table.ts'
import { operationNamed } from '../../operations/index.ts'
import { draftBatch } from '../../verify/draft-batch.ts'
import { batchParams, batchRef, showBatch, untilGone } from '../batch-request.ts'
import { batch, newSource } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import { withSource } from '../with-source.ts'
import type { Route } from '../route.ts'
import { textLimit } from '../text-limit.ts'

/** Another file or text for a batch that is not executed yet; its mapping and corrections begin anew. */
export const replaceSource: Route = (server, services) => {
  const { db, uploads, limits, now } = services
  server.put(
    '/batches/:batch/source',
    {
      config: { act: 'replace-source', upload: newSource },
      bodyLimit: textLimit(limits),
      schema: {
        summary: 'Replace the source',
        tags: ['batches'],
        params: batchParams,
        response: { 200: batch },
      },
    },
    async (request, reply) => {
      const { actor } = callerOf(request)
      const gone = untilGone(reply)
      const ref = batchRef(request, request.params.batch)
      const before = await findBatch(db, ref)
      await withSource(request, { schema: newSource, limits }, async ({ fields, input }) => {
        const table = await openTable(input, { ...fields, limits, signal: gone })
        await draftBatch(uploads, {
          id: ref.id,
          actor,
          operation: operationNamed(before.operation),
          language: fields.language ?? before.language,
          table,
          choice: fields.mapping ?? {},
          firstLine: fields.firstLine,
          allRows: fields.allRows,
          now: now(),
        })
      })
      return showBatch(request, services, ref)
    },
  )
}
