import pLimit from 'p-limit'
import type pg from 'pg'
import type { Actor } from '../directory/actor.ts'
import { findBatch, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import type { Totals } from '../domain/batch.ts'
import { verifyBatch } from '../verify/verify-batch.ts'
import { claimBatch } from './claim-batch.ts'
import { executeBatch, type ExecutionRequest } from './execute-batch.ts'
import { startJobs, type Workers } from './jobs.ts'
import { requiredConfirmation, type Confirmation, type Guards } from './required-confirmation.ts'
import { resumeBatch } from './resume-batch.ts'
import { runBatch } from './run-batch.ts'
import { stopBatch } from './stop-batch.ts'
import { beginVerification } from './verifications.ts'
import { watchBatch, type Progress } from './watch-batch.ts'

/** What can be done with a batch once it is drafted. */
export interface Engine {
  /** See `verifyBatch`; who watches the batch sees how it comes along. */
  verifyBatch(ref: BatchRef, options: { actor: Actor; signal?: AbortSignal }): Promise<void>
  /** See `requiredConfirmation`. */
  requiredConfirmation(batch: BatchRecord): Promise<Confirmation>
  /** See `executeBatch`. */
  executeBatch(ref: BatchRef, request: Omit<ExecutionRequest, 'now'>): Promise<void>
  /** See `stopBatch`. */
  stopBatch(ref: BatchRef): Promise<void>
  /** See `resumeBatch`. */
  resumeBatch(ref: BatchRef, actor: Actor): Promise<void>
  /** See `watchBatch`. */
  watch(ref: BatchRef, signal: AbortSignal): AsyncIterable<Progress>
  /** Lets mails that were queued and committed leave at once, not with the next minute. Never fails. */
  deliverSoon(): void
  /** Delivers what is due in the outbox, and answers when it is, or when the signal says so. */
  settled(signal?: AbortSignal): Promise<void>
  /** How many batches this process executes just now. */
  executing(): number
  /** Puts down the work at the next chunk; it goes on at the next start, or in another process. */
  stop(): Promise<void>
}

export interface EngineOptions {
  readonly db: Db
  readonly pool: pg.Pool
  readonly guards: Guards
  /** Drains the outbox; safe to run in several places at once. */
  readonly deliver: (signal: AbortSignal) => Promise<void>
  /** Deletes what has reached its end; safe to run in several places at once. */
  readonly clearPast?: (signal: AbortSignal) => Promise<void>
  /** Nobody else uses this database. */
  readonly exclusive: boolean
  /** False: other processes execute, deliver and delete; this one only announces what there is to do. */
  readonly works?: boolean
  /** How many batches, each of another company, are executed side by side here; 2 unless given. */
  readonly batchesAtOnce?: number | undefined
  /** How many chunks of one batch are executed side by side, each on a connection; 2 unless given. */
  readonly lanes?: number | undefined
  /** How many verifications run side by side here, each on three connections; 3 unless given. */
  readonly verificationsAtOnce?: number | undefined
  readonly clock?: () => Date
  /** Rows that are verified, or executed, at a time; 5,000 unless given. */
  readonly chunkSize?: number | undefined
  readonly onError: (error: unknown) => void
  /** Told when this process begins to execute a batch, and when it has put it down. */
  readonly onExecution?: (what: 'begins' | 'ends', batch: BatchRef) => void
}

/** Starts the workers of this process; batches that a killed one left behind go on. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { db, pool, guards, deliver, exclusive, onError, clock = () => new Date() } = options
  const {
    onExecution,
    chunkSize,
    lanes,
    works = true,
    batchesAtOnce,
    verificationsAtOnce = 3,
  } = options
  const fewVerifications = pLimit(verificationsAtOnce)
  let executing = 0
  const executeCompany: Workers['executeCompany'] = async (companyId, run) => {
    const { signal, onMails, onDeleted } = run
    while (!signal.aborted) {
      const batch = await claimBatch(db, { companyId, now: clock() })
      if (batch === undefined) return
      executing++
      onExecution?.('begins', batch)
      try {
        await runBatch(db, batch, { clock, chunkSize, lanes, signal, onMails, onError })
      } finally {
        executing--
        onExecution?.('ends', batch)
      }
      if (await hasDeleted(db, batch)) onDeleted()
    }
  }
  const workers: Workers = {
    executeCompany,
    deliverMails: deliver,
    hasManyMails: () => hasManyMails(db, clock()),
    clearPast: options.clearPast ?? (() => Promise.resolve()),
    companiesWithWork: () => companiesWithWork(db),
  }
  const jobs = await startJobs({
    pool,
    workers: works ? workers : null,
    batchesAtOnce,
    exclusive,
    onError,
  })

  return {
    async verifyBatch(ref, { actor, signal }) {
      await using underway = await beginVerification(db, ref)
      const onProgress = (totals: Totals) => underway.report(totals)
      await fewVerifications(async () => {
        signal?.throwIfAborted()
        await verifyBatch(db, ref, { actor, now: clock(), chunkSize, signal, onProgress })
      })
    },
    requiredConfirmation: (batch) => requiredConfirmation(db, batch, guards),
    executeBatch: (ref, request) =>
      executeBatch({ db, jobs, guards }, ref, { ...request, now: clock() }),
    stopBatch: (ref) => stopBatch(db, ref, clock()),
    resumeBatch: (ref, actor) => resumeBatch({ db, jobs }, ref, { actor, now: clock() }),
    watch: (ref, signal) => watchBatch(db, ref, { signal }),
    deliverSoon: () => void jobs.deliverMails().catch(onError),
    settled: (signal = new AbortController().signal) => deliver(signal),
    executing: () => executing,
    stop: () => jobs.stop(),
  }
}

async function hasDeleted(db: Db, ref: BatchRef): Promise<boolean> {
  const { effects } = await findBatch(db, ref)
  return (effects.deleted ?? 0) > 0
}

// Some seconds of work, for one process.
const manyMails = 500

async function hasManyMails(db: Db, now: Date): Promise<boolean> {
  const beyond = await db
    .selectFrom('mails')
    .select('id')
    .where('state', '=', 'queued')
    .where('filed_at', 'is', null)
    .where('due_at', '<=', now)
    .offset(manyMails)
    .limit(1)
    .executeTakeFirst()
  return beyond !== undefined
}

async function companiesWithWork(db: Db): Promise<readonly string[]> {
  const companies = await db
    .selectFrom('batches')
    .select('company_id')
    .distinct()
    .where('state', 'in', ['waiting', 'executing'])
    .execute()
  return companies.map(({ company_id: id }) => id)
}
