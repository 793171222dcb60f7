import { openTable } from '../../ingest/open-table.ts'
import { operationNamed } from '../../operations/index.ts'
import { draftBatch } from '../../verify/draft-batch.ts'
import { showBatch, untilGone } from '../batch-request.ts'
import { batch, newBatch } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import { idempotently } from '../idempotently.ts'
import { withSource } from '../with-source.ts'
import type { Route } from '../route.ts'
import { textLimit } from '../text-limit.ts'

/** A batch from a file or a text: stored as it streams in, with a first guess of its mapping. */
export const createBatch: Route = (server, services) => {
  const { uploads, limits, now } = services
  server.post(
    '/batches',
    {
      config: { act: 'create-batch', idempotent: true, upload: newBatch },
      bodyLimit: textLimit(limits),
      schema: {
        summary: 'Create a batch from a file or a text',
        tags: ['batches'],
        response: { 201: batch },
      },
    },
    async (request, reply) => {
      const { actor } = callerOf(request)
      const gone = untilGone(reply)
      const created = await withSource(request, { schema: newBatch, limits }, (source) =>
        idempotently(request, reply, services, {
          status: 201,
          answer: batch,
          asked: async () => [{ ...source.fields, text: undefined }, await source.digest()],
          async act() {
            const { fields, input } = source
            const operation = operationNamed(fields.operation)
            const table = await openTable(input, { ...fields, limits, signal: gone })
            const { language = null, mapping: choice = {}, firstLine, allRows } = fields
            const reading = { table, choice, firstLine, allRows }
            const draft = { actor, operation, language, ...reading, now: now() }
            return showBatch(request, services, await draftBatch(uploads, draft))
          },
        }),
      )
      return reply.code(201).send(created)
    },
  )
}
