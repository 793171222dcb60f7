import { z } from 'zod'
import { findBatch, firstRecord } from '../../directory/batches.ts'
import { RequestError } from '../../domain/request-error.ts'
import { fixRow as fix } from '../../verify/fix-row.ts'
import { readRows } from '../../verify/read-rows.ts'
import { batchParams, batchRef } from '../batch-request.ts'
import { fixes, row } from '../contract/batch.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { serialiseRow } from '../serialise-row.ts'
import type { Route } from '../route.ts'

/** Corrects cells of a row; the batch is a draft again. */
export const fixRow: Route = (server, { db }) => {
  server.patch(
    '/batches/:batch/rows/:row',
    {
      config: { act: 'fix-row' },
      schema: {
        summary: 'Correct a row',
        tags: ['batches'],
        params: batchParams.extend({ row: z.string() }),
        body: fixes,
        response: { 200: row },
      },
    },
    async (request) => {
      const ref = batchRef(request, request.params.batch)
      const number = rowNumber(request.params.row)
      await fix(db, ref, { row: number, values: request.body.values })
      const { mapping } = await findBatch(db, ref)
      const after = firstRecord(mapping) + number - 2
      const [fixed] = await readRows(db, ref, { after, limit: 1 })
      if (fixed === undefined) throw new RequestError('row-not-found', { row: number })
      return serialiseRow(fixed, preferredLanguage(request))
    },
  )
}

function rowNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RequestError('row-not-found', { row: text })
  return Number(text)
}
