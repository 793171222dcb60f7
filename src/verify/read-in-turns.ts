import type { StoredRecord } from '../directory/batch-records.ts'
import { mapInTurns } from '../domain/map-in-turns.ts'
import type { Mapping } from '../domain/mapping.ts'
import type { Operation } from '../operations/operation.ts'
import { readRecord, type ReadRecord } from './read-record.ts'

/** Reads many stored records, and lets others through meanwhile. */
export async function readInTurns(
  operation: Operation,
  mapping: Mapping,
  records: readonly StoredRecord[],
): Promise<readonly ReadRecord[]> {
  return await mapInTurns(records, (record) => readRecord(operation, mapping, record))
}
