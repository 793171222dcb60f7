import type { Json } from '../domain/json.ts'
import type { Notice, Problem } from '../domain/problem.ts'
import type { BatchRef } from './batches.ts'
import { copyInto } from './copy-into.ts'
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

/** Records what became of rows; each of them has none yet. */
export async function addResults(
  tx: Tx,
  { companyId, id }: BatchRef,
  results: readonly Result[],
): Promise<void> {
  await copyInto(tx, {
    table: 'batch_results',
    same: { company_id: companyId, batch_id: id },
    columns: ['position', 'state', 'changes', 'problems', 'notices'],
    items: results,
    row: ({ position, state, changes, problems, notices }) => {
      return [position, state, json(changes), json(problems), json(notices)]
    },
  })
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
