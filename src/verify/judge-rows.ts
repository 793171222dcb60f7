import type { Ask } from '../directory/fact.ts'
import type { Circumstances, Operation, Verdict } from '../operations/operation.ts'
import { compareRows } from './compare-rows.ts'
import type { Judgement } from './judgement.ts'
import type { ReadRecord } from './read-record.ts'

/** In which transaction rows are judged, when, and on whose behalf. */
export interface Context {
  readonly operation: Operation
  readonly ask: Ask
  readonly circumstances: Circumstances
}

/** Judges rows that belong together: each by itself, then against those before it. */
export async function judgeRows(
  rows: readonly ReadRecord[],
  context: Context,
): Promise<readonly Judgement[]> {
  return compareRows(rows, await judgeEach(rows, context), new Map())
}

/** What the rules say of each row by itself, after one set-based look-up per fact; of those that could be read. */
export async function judgeEach(
  rows: readonly ReadRecord[],
  { operation, ask, circumstances }: Context,
): Promise<readonly Verdict<unknown>[]> {
  const readable = rows.flatMap(({ reading }) => ('values' in reading ? [reading.values] : []))
  return await operation.judge(ask, circumstances, readable)
}
