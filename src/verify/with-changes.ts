import type { Actor } from '../directory/actor.ts'
import { readRecordsAt } from '../directory/batch-records.ts'
import { earlierOfSameUsers } from '../directory/batch-judgements.ts'
import { findBatch, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import { operationNamed } from '../operations/index.ts'
import { judgeRows } from './judge-rows.ts'
import { changesOf } from './judgement.ts'
import type { PlannedRow } from './planned-row.ts'
import { readRecord } from './read-record.ts'

/**
 * Fills in what the ready rows of a page would change, as the directory is now: beside what earlier
 * rows of the same user change, also where those stand on another page.
 */
export async function withChanges(
  db: Db,
  ref: BatchRef,
  {
    rows,
    actor,
    now,
  }: { readonly rows: readonly PlannedRow[]; readonly actor: Actor; readonly now: Date },
): Promise<readonly PlannedRow[]> {
  const ready = rows.filter(({ state }) => state === 'ready')
  if (ready.length === 0) return rows
  const { mapping, operation: name } = await findBatch(db, ref)
  const operation = operationNamed(name)
  const positions = new Set(ready.map(({ position }) => position))
  const judgements = await db.transaction().execute(async (tx) => {
    const earlier = await earlierOfSameUsers(tx, ref, ready)
    for (const position of earlier) positions.add(position)
    const records = await readRecordsAt(tx, ref, [...positions])
    const read = records.map((record) => readRecord(operation, mapping, record))
    const ask = { tx, companyId: ref.companyId }
    return await judgeRows(read, { operation, ask, circumstances: { actor, now } })
  })
  const changes = new Map(judgements.map((judged) => [judged.position, changesOf(judged)]))
  return rows.map((row) =>
    row.state === 'ready' ? { ...row, changes: changes.get(row.position) ?? row.changes } : row,
  )
}
