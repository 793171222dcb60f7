import { z } from 'zod'
import { rowStates, type RowState } from '../../domain/batch.ts'
import { readRows, withChanges } from '../../verify/read-rows.ts'
import { batchParams, batchRef } from '../batch-request.ts'
import { rowPage } from '../contract/batch.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { serialiseRow } from '../serialise-row.ts'
import type { Route } from '../route.ts'

const state = z.enum([...rowStates, 'problems'])

const query = pageQuery.extend({
  state: z
    .union([state, z.array(state).max(10)])
    .optional()
    .describe('Only rows that are in one of these; `problems`: error or failed.'),
})

/** Rows of a batch in their order, with what each would change or has changed. */
export const listRows: Route = (server, { db, now }) => {
  server.get(
    '/batches/:batch/rows',
    {
      config: { permission: 'manage-company-settings' },
      schema: {
        summary: 'Rows by page and state',
        tags: ['batches'],
        params: batchParams,
        querystring: query,
        response: { 200: rowPage },
      },
    },
    async (request) => {
      const { actor } = callerOf(request)
      const { limit, cursor, state } = request.query
      const ref = batchRef(request, request.params.batch)
      const [after] = readCursor(cursor, place) ?? []
      const found = await readRows(db, ref, { states: statesOf(state), after, limit: limit + 1 })
      const { entries, next } = cutPage(found, limit, ({ position }) => [position])
      const rows = await withChanges(db, ref, { rows: entries, actor, now: now() })
      const language = preferredLanguage(request)
      return { rows: rows.map((row) => serialiseRow(row, language)), next }
    },
  )
}

const place = z.tuple([
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
])

function statesOf(asked: z.infer<typeof query>['state']): readonly RowState[] | undefined {
  if (asked === undefined) return undefined
  return [asked]
    .flat()
    .flatMap((state): RowState[] => (state === 'problems' ? ['error', 'failed'] : [state]))
}
