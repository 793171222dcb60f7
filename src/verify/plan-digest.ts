import { createHash } from 'node:crypto'
import type { NewJudgement } from '../directory/batch-judgements.ts'
import { noFixes } from '../directory/batch-records.ts'
import type { BatchRecord } from '../directory/batches.ts'
import type { ReadRecord } from './read-record.ts'

/** Names a plan: source, how it was read, mapping, corrections, and what was said of each row. */
export interface PlanDigest {
  /**
   * The next row.
   * @param stored what is out of the ordinary about it
   */
  add(row: Pick<ReadRecord, 'position' | 'fixes'>, stored: NewJudgement | null): void
  /** The name, once all rows were added. */
  end(): string
}

// However many rows are judged at a time, a plan has one name.
const rowsInBlock = 5_000

export function planDigest(batch: BatchRecord): PlanDigest {
  const hash = createHash('sha256').update(beginning(batch))
  let rows = 0
  let fixes: (readonly [position: number, field: string, value: string])[] = []
  let judgements: string[] = []

  function endBlock(): void {
    hash.update(`[${JSON.stringify(fixes)},[${judgements.join(',')}]]`)
    rows = 0
    fixes = []
    judgements = []
  }

  return {
    add(row, stored) {
      if (row.fixes !== noFixes) {
        for (const [field, value] of Object.entries(row.fixes))
          fixes.push([row.position, field, value])
      }
      if (stored !== null) judgements.push(asJson(stored))
      if (++rows === rowsInBlock) endBlock()
    },
    end() {
      if (rows > 0) endBlock()
      return hash.digest('base64url')
    },
  }
}

/** As JSON: the remarks are it already. */
function asJson({ position, state, leader, basis, problems, notices }: NewJudgement): string {
  const known = JSON.stringify({ position, state, leader, basis })
  return `${known.slice(0, -1)},"problems":${problems ?? '[]'},"notices":${notices ?? '[]'}}`
}

// The same bytes are other rows on another sheet, from another line on, or with the rows of a report that are done.
function beginning({ operation, sourceDigest, records, mapping, language, source }: BatchRecord) {
  const { format, encoding, delimiter, sheet, firstLine } = source
  const reading = [format, encoding, delimiter, sheet, firstLine, records]
  const { header, fields, fullName = null } = mapping
  return JSON.stringify([operation, sourceDigest, reading, header, fields, fullName, language])
}
