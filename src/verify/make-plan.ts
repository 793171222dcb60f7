import { sql } from 'kysely'
import { addJudgements, type NewJudgement } from '../directory/batch-judgements.ts'
import { rowCount, type BatchRecord } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'
import { noTotals, type ProblemGroup, type Totals } from '../domain/batch.ts'
import type { EffectCounts } from '../domain/effect.ts'
import { startTurn } from '../domain/start-turn.ts'
import type { Operation } from '../operations/operation.ts'
import { askedChunks } from './asked-chunks.ts'
import { basisOf } from './basis-of.ts'
import { compareRow } from './compare-row.ts'
import { countEffects } from './count-effects.ts'
import { countProblems } from './group-problems.ts'
import { mails, type Judgement } from './judgement.ts'
import { planDigest } from './plan-digest.ts'
import { startSaid } from './said.ts'
import type { VerifyOptions } from './verify-batch.ts'

/** What is to be done, in sum; what is out of the ordinary is stored row by row. */
export interface Plan {
  readonly totals: Totals
  readonly effects: EffectCounts
  readonly groups: readonly ProblemGroup[]
  readonly digest: string
}

interface Verification {
  readonly db: Db
  /** Holds the batch, and writes its plan. */
  readonly tx: Tx
  /** Reads the directory. */
  readonly reading: Tx
  readonly batch: BatchRecord
  readonly operation: Operation
}

// With 5,000 as in the execution nothing is faster, but twice as much lies in memory, and others wait twice as long.
const defaultChunkSize = 2_500

/** Judges every row of a batch in its order, and stores of each what is not the ordinary case. */
export async function makePlan(verification: Verification, options: VerifyOptions): Promise<Plan> {
  const { db, tx, reading, batch, operation } = verification
  const { actor, now, chunkSize = defaultChunkSize, signal, onProgress } = options
  const ask = { tx: reading, companyId: batch.companyId }
  const context = { operation, ask, circumstances: { actor, now }, chunkSize }
  const said = startSaid(rowCount(batch))
  const digest = planDigest(batch)
  const tally = tallyOf(rowCount(batch))
  // While the database writes a chunk, the next one is judged.
  let writing: Promise<void> = Promise.resolve()
  const turn = startTurn()
  for await (const { rows, judge } of askedChunks(db, batch, context)) {
    signal?.throwIfAborted()
    const extraordinary: NewJudgement[] = []
    // Row by row to the end: judgements of a whole chunk would outlive the young generation of the heap.
    for (const row of rows) {
      if (turn.isOver()) await turn.next()
      const judgement = compareRow(row, judge, said)
      const stored = toStore(judgement)
      if (stored !== null) extraordinary.push(stored)
      digest.add(row, stored)
      tally.add(judgement)
    }
    await writing
    // The database ends a transaction of which it hears nothing for long, and ordinary rows give it nothing to store.
    writing = extraordinary.length > 0 ? addJudgements(tx, batch, extraordinary) : sayAlive(tx)
    // What goes wrong is thrown where it is awaited.
    writing.catch(() => {})
    onProgress?.(tally.totals())
    await turn.next()
  }
  await writing
  return { ...tally.sums(), digest: digest.end() }
}

async function sayAlive(tx: Tx): Promise<void> {
  await sql`select`.execute(tx)
}

function tallyOf(rows: number) {
  const totals = { ...noTotals, rows }
  const problems = countProblems()
  const effects = countEffects()
  return {
    add(judgement: Judgement): void {
      totals[judgement.state]++
      if (mails(judgement)) totals.mails++
      problems.add(judgement)
      effects.add(judgement)
    },
    totals: (): Totals => ({ ...totals }),
    sums: () => ({ totals, effects: effects.counts(), groups: problems.groups() }),
  }
}

/** What is not the ordinary case: see `StoredJudgement`. */
function toStore(judgement: Judgement): NewJudgement | null {
  const { position, state, isRepeat, problems, notices } = judgement
  // A repeated row has nothing left to do with its user's other rows.
  const leader = isRepeat ? null : judgement.leader
  const basis = basisOf(judgement)
  const isOrdinary = state === 'ready' && leader === null && basis === null && notices.length === 0
  return isOrdinary
    ? null
    : { position, state, leader, basis, problems: asJson(problems), notices: asJson(notices) }
}

function asJson(remarks: readonly unknown[]): string | null {
  return remarks.length === 0 ? null : JSON.stringify(remarks)
}
