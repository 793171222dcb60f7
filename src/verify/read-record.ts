import { noFixes, type StoredRecord } from '../directory/batch-records.ts'
import type { FieldName } from '../domain/field.ts'
import type { Mapping } from '../domain/mapping.ts'
import type { Notice, Problem } from '../domain/problem.ts'
import { doubtfulSplit } from '../mapping/doubtful-split.ts'
import { readRow } from '../mapping/read-row.ts'
import type { AnyRow, Operation } from '../operations/operation.ts'

/** A record whose cells were read as the fields of an operation. */
export interface ReadRecord {
  readonly position: number
  readonly line: number
  readonly fixes: StoredRecord['fixes']
  readonly reading:
    | { readonly values: AnyRow; readonly notices: readonly Notice[] }
    | { readonly problems: readonly Problem[] }
    | { readonly leftOut: true }
}

/** Reads a stored record, its corrections in place of what the source says. */
export function readRecord(
  operation: Operation,
  mapping: Mapping,
  record: StoredRecord,
): ReadRecord {
  const { position, line, fixes } = record
  return {
    position,
    line,
    fixes,
    reading: record.leftOut ? leftOut : read(operation, mapping, record),
  }
}

const leftOut = { leftOut: true } as const

function read(operation: Operation, mapping: Mapping, record: StoredRecord): ReadRecord['reading'] {
  const cells = correctedCells(mapping, record)
  const reading = readRow(operation.fields, mapping, cells)
  if ('problems' in reading) return reading
  return { values: reading.values, notices: doubtfulSplit(mapping, cells) }
}

/** The cells of a record with its corrections. */
export function correctedCells(
  mapping: Mapping,
  { cells, fixes }: Pick<StoredRecord, 'cells' | 'fixes'>,
): readonly string[] {
  if (fixes === noFixes) return cells
  const corrected = [...cells]
  for (const [field, value] of Object.entries(fixes)) {
    const column = mapping.fields[field as FieldName]
    if (column === undefined) continue
    while (corrected.length < column) corrected.push('')
    corrected[column] = value
  }
  return corrected
}
