import type { StoredRecord } from '../directory/batch-records.ts'
import type { Mapping } from '../domain/mapping.ts'
import type { Operation } from '../operations/operation.ts'
import { readRecord, type ReadRecord } from './read-record.ts'
import { startTurn } from '../domain/start-turn.ts'

/** Reads many stored records, and lets others through meanwhile. */
export async function readInTurns(
  operation: Operation,
  mapping: Mapping,
  records: readonly StoredRecord[],
): Promise<readonly ReadRecord[]> {
  const rows: ReadRecord[] = []
  const turn = startTurn()
  for (const record of records) {
    if (turn.isOver()) await turn.next()
    rows.push(readRecord(operation, mapping, record))
  }
  await turn.next()
  return rows
}
