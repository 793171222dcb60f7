import type { Ask } from '../directory/fact.ts'
import type { Result } from '../directory/batch-results.ts'
import type { BatchRecord } from '../directory/batches.ts'
import type { EffectCounts } from '../domain/effect.ts'
import {
  problem,
  type DirectoryChange,
  type NoticeCode,
  type Problem,
  type ProblemCode,
} from '../domain/problem.ts'
import type { AnyRow, Circumstances, Effect, Operation } from '../operations/operation.ts'
import { basisOf } from '../verify/basis-of.ts'
import { countEffects } from '../verify/count-effects.ts'
import { judgeRows } from '../verify/judge-rows.ts'
import { changesOf, mails, type Judgement } from '../verify/judgement.ts'
import { readInTurns } from '../verify/read-in-turns.ts'
import type { PlannedRecord } from './read-chunk.ts'

/** What a chunk is to do, and what is to be recorded of each of its rows. */
export interface JudgedChunk {
  /** Of the rows that count: those that are unchanged have no part that is needed. */
  readonly effects: readonly Effect<AnyRow, unknown>[]
  readonly results: readonly Result[]
  readonly mails: number
  readonly counted: EffectCounts
}

export interface ChunkContext {
  readonly operation: Operation
  readonly batch: BatchRecord
  readonly ask: Ask
  readonly circumstances: Circumstances
}

/**
 * Judges the rows of a chunk again, by the rules of the verification, as the directory is now. Only
 * what is still as the plan showed it is applied; the rest fails and says why.
 */
export async function judgeChunk(
  records: readonly PlannedRecord[],
  context: ChunkContext,
): Promise<JudgedChunk> {
  const open = records.filter(({ planned }) => planned.state !== 'error' && !isSettled(planned))
  const failed = new Map<number, Result>()
  let judged: readonly Judged[]
  // A row that fails takes no part in the comparison with the others, so without it they are judged anew.
  do {
    judged = await judge(
      open.filter(({ position }) => !failed.has(position)),
      context,
    )
  } while (setFailuresApart(judged, failed))

  const sound = new Map<number, Judgement>()
  const effects: Effect<AnyRow, unknown>[] = []
  const counter = countEffects()
  let mailing = 0
  for (const { judgement } of judged) {
    if (failed.has(judgement.position)) continue
    sound.set(judgement.position, judgement)
    if (judgement.effect !== null) effects.push(judgement.effect)
    if (mails(judgement)) mailing++
    counter.add(judgement)
  }
  const results = records.map(
    (record) => failed.get(record.position) ?? resultOf(record, sound.get(record.position)),
  )
  return { effects, results, mails: mailing, counted: counter.counts() }
}

// Whatever the directory is like now: an earlier row has said all of it, or a person took it out.
function isSettled({ state, notices }: PlannedRecord['planned']): boolean {
  return state === 'unchanged' && notices.some(({ code }) => settledBy.has(code))
}

const settledBy: ReadonlySet<NoticeCode> = new Set(['same-as-line', 'left-out'])

async function judge(
  records: readonly PlannedRecord[],
  { operation, batch, ask, circumstances }: ChunkContext,
): Promise<readonly Judged[]> {
  const rows = await readInTurns(operation, batch.mapping, records)
  // Rows of the same user come with their leader, and nearly always there are none: then there is nothing to compare.
  const areApart = records.every(({ planned }) => planned.leader === null)
  const judgements = await judgeRows(rows, { operation, ask, circumstances, areApart })
  return judgements.map((judgement, at) => ({ judgement, planned: records[at]?.planned }))
}

interface Judged {
  readonly judgement: Judgement
  readonly planned: PlannedRecord['planned'] | undefined
}

/** @returns true when rows failed whose claims others were compared with */
function setFailuresApart(judged: readonly Judged[], failed: Map<number, Result>): boolean {
  let mustJudgeAgain = false
  for (const { judgement, planned } of judged) {
    const { position, state, effect } = judgement
    if (planned === undefined || isAsPlanned(judgement, planned)) continue
    failed.set(position, { position, state: 'failed', problems: failureOf(judgement) })
    if (effect !== null && state === 'ready') mustJudgeAgain = true
  }
  return mustJudgeAgain
}

// What has come about by itself meanwhile is unchanged; all else must be as it was shown.
function isAsPlanned(judgement: Judgement, planned: PlannedRecord['planned']): boolean {
  if (judgement.state === 'unchanged') return true
  return (
    judgement.state === 'ready' && planned.state === 'ready' && basisOf(judgement) === planned.basis
  )
}

function failureOf({ problems }: Judgement): readonly Problem[] {
  const [first] = problems
  const reason: DirectoryChange =
    (first === undefined ? undefined : reasons[first.code]) ?? 'otherwise'
  return [problem('directory-changed', first?.field ?? null, { reason })]
}

const reasons: Readonly<Partial<Record<ProblemCode, DirectoryChange>>> = {
  'unknown-user': 'user-gone',
  'unknown-room': 'room-gone',
}

function resultOf({ position, planned }: PlannedRecord, judgement: Judgement | undefined): Result {
  if (judgement === undefined) {
    const state = planned.state === 'error' ? 'error' : 'unchanged'
    return { position, state, problems: some(planned.problems), notices: some(planned.notices) }
  }
  const notices = some(judgement.notices)
  return judgement.state === 'ready'
    ? { position, state: 'done', changes: changesOf(judgement), notices }
    : { position, state: 'unchanged', notices }
}

function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined
}
