import { z } from 'zod'
import { RequestError } from '../../domain/request-error.ts'
import { findRows } from '../../verify/find-rows.ts'
import { withChanges } from '../../verify/with-changes.ts'
import { batchParams, batchRef } from '../batch-request.ts'
import { rowPage } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { rowFilterOf, rowFilterQuery } from '../row-filter.ts'
import { serialiseRow } from '../serialise-row.ts'
import type { Route } from '../route.ts'

const mostRows = 2 ** 31 - 1

const query = pageQuery.extend(rowFilterQuery.shape).extend({
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostRows)
    .optional()
    .describe('So many of the rows that match are passed over; instead of a cursor.'),
})

/** Rows of a batch in their order, with what each would change or has changed. */
export const listRows: Route = (server, { db, now }) => {
  server.get(
    '/batches/:batch/rows',
    {
      config: { act: 'list-rows' },
      schema: {
        summary: 'Rows by page and filter',
        tags: ['batches'],
        params: batchParams,
        querystring: query,
        response: { 200: rowPage },
      },
    },
    async (request) => {
      const { actor } = callerOf(request)
      const { limit } = request.query
      const ref = batchRef(request, request.params.batch)
      const start = startOf(request.query)
      const filter = rowFilterOf(request.query)
      const found = await findRows(db, ref, { filter, start, limit: limit + 1 })
      const { entries, next } = cutPage(found.rows, limit, ({ position }) => [position])
      const rows = await withChanges(db, ref, { rows: entries, actor, now: now() })
      const language = preferredLanguage(request)
      return { rows: rows.map((row) => serialiseRow(row, language)), next, total: found.total }
    },
  )
}

const place = z.tuple([z.int().min(0).max(mostRows)])

function startOf({ cursor, offset }: z.infer<typeof query>) {
  if (cursor !== undefined && offset !== undefined) {
    throw new RequestError('invalid-request', { reason: 'cursor-and-offset' })
  }
  const [after] = readCursor(cursor, place) ?? []
  return after === undefined ? { offset: offset ?? 0 } : { after }
}
