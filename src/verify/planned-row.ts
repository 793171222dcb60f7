import { rowNumber, type BatchRecord } from '../directory/batches.ts'
import type { StoredRecord } from '../directory/batch-records.ts'
import type { RowState } from '../domain/batch.ts'
import type { FieldName } from '../domain/field.ts'
import type { Json } from '../domain/json.ts'
import type { Notice, Problem } from '../domain/problem.ts'
import { correctedCells } from './read-record.ts'

/** A row of a batch as a person wants to see it, before or after the execution. */
export interface PlannedRow {
  /** Counted from 1 among the data rows. */
  readonly row: number
  readonly line: number
  /** Null before the verification. */
  readonly state: RowState | null
  /** The source's own cells, corrections included. */
  readonly cells: readonly string[]
  readonly values: Readonly<Partial<Record<FieldName, string>>>
  /** The fields that were corrected. */
  readonly fixed: readonly FieldName[]
  /** A person took it out of the batch. */
  readonly leftOut: boolean
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
  /** What the execution did. What a verified row would do, see `withChanges`. */
  readonly changes: readonly Change[]
  readonly position: number
  /** The position of an earlier row of the same user, with which this one is executed. */
  readonly leader: number | null
}

export interface Change {
  readonly before: Json
  readonly after: Json
}

/** A record with what is stored about it. */
export interface StoredRow extends StoredRecord {
  readonly state: RowState | null
  readonly leader: number | null
  readonly problems: readonly Problem[] | null
  readonly notices: readonly Notice[] | null
  readonly changes: readonly Change[] | null
}

/** A stored row, its cells corrected and told apart by the batch's mapping. */
export function plannedRow({ mapping }: BatchRecord, stored: StoredRow): PlannedRow {
  const cells = correctedCells(mapping, stored)
  const values: Partial<Record<FieldName, string>> = {}
  for (const [field, column] of Object.entries(mapping.fields)) {
    values[field as FieldName] = cells[column] ?? ''
  }
  return {
    row: rowNumber(mapping, stored.position),
    line: stored.line,
    state: stored.state,
    cells,
    values,
    fixed: Object.keys(stored.fixes) as FieldName[],
    leftOut: stored.leftOut,
    problems: stored.problems ?? [],
    notices: stored.notices ?? [],
    changes: stored.changes ?? [],
    position: stored.position,
    leader: stored.leader,
  }
}
