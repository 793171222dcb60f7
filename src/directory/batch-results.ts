import { sql } from 'kysely'
import type { Json } from '../domain/json.ts'
import type { Notice, Problem } from '../domain/problem.ts'
import type { BatchRef } from './batches.ts'
import type { Tx } from './schema.ts'

/** What became of a row: every row ends in one, recorded together with its effects. */
export interface Result {
  readonly position: number
  readonly state: 'done' | 'unchanged' | 'error' | 'failed'
  /** What the row changed, thing by thing. */
  readonly changes?: readonly { readonly before: Json; readonly after: Json }[] | undefined
  readonly problems?: readonly Problem[] | undefined
  readonly notices?: readonly Notice[] | undefined
}

export async function addResults(
  tx: Tx,
  { companyId, id }: BatchRef,
  results: readonly Result[],
): Promise<void> {
  await sql`
    insert into batch_results (company_id, batch_id, position, state, changes, problems, notices)
    select ${companyId}, ${id}, position, state, changes, problems, notices
    from json_to_recordset(${JSON.stringify(results)})
      as result (position int, state text, changes json, problems json, notices json)`.execute(tx)
}
