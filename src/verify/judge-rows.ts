import type { Ask } from '../directory/fact.ts'
import { mapInTurns } from '../domain/map-in-turns.ts'
import type { AnyRow, Circumstances, Judge, Operation } from '../operations/operation.ts'
import { compareRow } from './compare-row.ts'
import type { Judgement } from './judgement.ts'
import type { ReadRecord } from './read-record.ts'
import { startSaid } from './said.ts'

interface Asked {
  readonly operation: Operation
  readonly ask: Ask
  readonly circumstances: Circumstances
}

/** In which transaction rows are judged, when, and on whose behalf. */
export interface Context extends Asked {
  /** No two of the rows speak of the same user; false unless given. */
  readonly areApart?: boolean
}

/** Judges rows that belong together: each by itself, then against those before it. */
export async function judgeRows(
  rows: readonly ReadRecord[],
  context: Context,
): Promise<readonly Judgement[]> {
  const judge = await judgeOf(rows, context)
  const said = context.areApart === true ? null : startSaid(rows.length)
  return await mapInTurns(rows, (row) => compareRow(row, judge, said))
}

/** Asks the directory about all rows that could be read; what it gives judges each of them by itself. */
export async function judgeOf(
  rows: readonly ReadRecord[],
  { operation, ask, circumstances }: Asked,
): Promise<Judge> {
  const readable: AnyRow[] = []
  for (const { reading } of rows) if ('values' in reading) readable.push(reading.values)
  return await operation.judge(ask, circumstances, readable)
}
