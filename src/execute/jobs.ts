import type pg from 'pg'
import { fromKysely, type Db as JobsDb, type PgBoss } from 'pg-boss'
import type { Tx } from '../directory/schema.ts'
import { announceWork } from './announce-work.ts'
import { mindTheClock } from './mind-the-clock.ts'
import { jobOptions, queues, startBoss, stoppedUnless } from './start-boss.ts'
import { openWorkers } from './open-workers.ts'

/** The durable jobs: each says that there is work; what is done stands in our own tables. */
export interface Jobs {
  /** Within the transaction that makes the work: both commit, or neither. */
  executeCompany(tx: Tx, companyId: string): Promise<void>
  /** Has queued mails delivered at once; unless told, they wait for the next minute. */
  deliverMails(): Promise<void>
  /** Lets the workers of this process look for jobs at once. */
  wake(): void
  /** Waits for the workers to put down their work. */
  stop(): Promise<void>
}

export interface Workers {
  /** Executes the company's batches, one after the other, until none waits or the signal says to stop. */
  readonly executeCompany: (
    companyId: string,
    run: {
      readonly signal: AbortSignal
      /** To be called when mails were queued. */
      readonly onMails: () => void
      /** To be called when people were deleted: what is left of them goes, too. */
      readonly onDeleted: () => void
    },
  ) => Promise<void>
  readonly deliverMails: (signal: AbortSignal) => Promise<void>
  /** Are there more mails to deliver than one process should alone? */
  readonly hasManyMails: () => Promise<boolean>
  /** Deletes what has reached its end. */
  readonly clearPast: (signal: AbortSignal) => Promise<void>
  /** The companies that have a batch to execute, by their ids. */
  readonly companiesWithWork: () => Promise<readonly string[]>
}

export interface JobsOptions {
  readonly pool: pg.Pool
  /** Null: this process only announces jobs, for others to do. */
  readonly workers: Workers | null
  /** How many companies' batches this process executes side by side; 2 unless given. */
  readonly batchesAtOnce?: number | undefined
  /** Nobody else uses this database: jobs that seem to run are left over from a killed process. */
  readonly exclusive: boolean
  readonly onError: (error: Error) => void
}

/** Starts the job engine (pg-boss) and the workers of this process. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { workers } = options
  const boss = await startBoss({ ...options, works: workers !== null })
  const stopping = new AbortController()
  const sending = {
    executeCompany: (companyId: string, db?: JobsDb) => sendCompany(boss, companyId, db),
    deliverMails: () => sendOne(boss, queues.deliver),
    clearPast: () => sendOne(boss, queues.clear),
  }
  const open =
    workers === null
      ? null
      : await stoppedUnless(boss, () =>
          openWorkers(boss, { ...options, workers, sending, stopping: stopping.signal }),
        )
  if (workers !== null) mindTheClock(options, stopping.signal)
  return {
    async executeCompany(tx, companyId) {
      await announceWork(tx, companyId)
      await sending.executeCompany(companyId, fromKysely(tx))
    },
    async deliverMails() {
      await sending.deliverMails()
      open?.wakeDeliverer()
    },
    wake: () => open?.wakeExecutors(),
    async stop() {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: 30_000, close: false })
    },
  }
}

async function sendCompany(boss: PgBoss, companyId: string, db?: JobsDb): Promise<void> {
  await boss.send(queues.execute, { companyId }, { ...jobOptions(companyId), ...(db && { db }) })
}

async function sendOne(boss: PgBoss, queue: string): Promise<void> {
  await boss.send(queue, {}, jobOptions('all'))
}
