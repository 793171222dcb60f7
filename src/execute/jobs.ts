import type pg from 'pg'
import { fromKysely, PgBoss, type Db as JobsDb } from 'pg-boss'
import type { Tx } from '../directory/schema.ts'
import { announceWork } from './announce-work.ts'

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
  /** Deletes what has reached its end. */
  readonly clearPast: (signal: AbortSignal) => Promise<void>
}

export interface JobsOptions {
  readonly pool: pg.Pool
  readonly workers: Workers
  /** Nobody else uses this database: jobs that seem to run are left over from a killed process. */
  readonly exclusive: boolean
  readonly onError: (error: Error) => void
}

/** Starts the job engine (pg-boss) and the workers of this process. */
export async function startJobs({ pool, workers, exclusive, onError }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    ...watchfulness,
  })
  boss.on('error', onError)
  await oneAtATime(pool, async () => {
    await boss.start()
    for (const queue of queues) await boss.createQueue(queue, queueOptions)
  })
  if (exclusive) await retryLeftOver(boss)
  const stopping = new AbortController()

  const deliverers = await boss.work(deliverQueue, workOptions, async ([job]) => {
    if (job !== undefined) await workers.deliverMails(either(job.signal, stopping.signal))
  })
  const deliverSoon = async () => {
    await boss.send(deliverQueue, {}, jobOptions('all'))
    boss.notifyWorker(deliverers)
  }
  const clearers = await boss.work(
    clearQueue,
    { ...workOptions, pollingIntervalSeconds: 30 },
    async ([job]) => {
      if (job !== undefined) await workers.clearPast(either(job.signal, stopping.signal))
    },
  )
  const clearSoon = async () => {
    await boss.send(clearQueue, {}, jobOptions('all'))
    boss.notifyWorker(clearers)
  }
  const executors = await boss.work<{ companyId: string }>(
    executeQueue,
    { ...workOptions, localConcurrency: 2 },
    async ([job]) => {
      if (job === undefined) return
      const { companyId } = job.data
      await workers.executeCompany(companyId, {
        signal: either(job.signal, stopping.signal),
        onMails: () => void deliverSoon().catch(onError),
        onDeleted: () => void clearSoon().catch(onError),
      })
      // What this process puts down at its end, it or another one takes up again.
      if (stopping.signal.aborted) await send(boss, companyId)
    },
  )
  // Finds what no nudge has reached: a process that was killed, a delay that has passed.
  await boss.schedule(deliverQueue, '* * * * *', {}, jobOptions('all'))
  // Not once a night: many a server is on by day only. Where nothing is to be done it costs a few milliseconds.
  await boss.schedule(clearQueue, '23 * * * *', {}, jobOptions('all'))
  const wake = () => {
    boss.notifyWorker(executors)
    boss.notifyWorker(deliverers)
  }
  wake()

  return {
    async executeCompany(tx, companyId) {
      await announceWork(tx, companyId)
      await send(boss, companyId, fromKysely(tx))
    },
    deliverMails: deliverSoon,
    wake,
    async stop() {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: 30_000, close: false })
    },
  }
}

const either = (one: AbortSignal, other: AbortSignal) => AbortSignal.any([one, other])

const executeQueue = 'execute-company'
const deliverQueue = 'deliver-mails'
const clearQueue = 'clear-past'
const queues = [executeQueue, deliverQueue, clearQueue]

const queueOptions = {
  // One job of a company may wait; a second would say nothing new. The policies by which one would be
  // active at a time rest on a note of the active ones that is a minute old, and survives a kill.
  policy: 'short',
  // A killed worker's job is taken over after so many seconds.
  heartbeatSeconds: 10,
  // A large batch may run for hours; the heartbeat tells the living from the dead.
  expireInSeconds: 23 * 3600,
  retryLimit: 1_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
}

// How often the workers look for those that died; by default a minute, twice over.
const watchfulness = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 }

// One job of a company is active at a time, in all processes together.
const workOptions = { pollingIntervalSeconds: 1, batchSize: 1, groupConcurrency: 1 }

const jobOptions = (key: string) => ({ singletonKey: key, group: { id: key } })

async function send(boss: PgBoss, companyId: string, db?: JobsDb): Promise<void> {
  await boss.send(executeQueue, { companyId }, { ...jobOptions(companyId), ...(db && { db }) })
}

// The job engine makes its tables with “if not exists”, by which two that start at once collide.
async function oneAtATime(pool: pg.Pool, act: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('roster jobs'))`)
    await act()
  } finally {
    // The lock ends with its connection, whatever has become of either.
    client.release(true)
  }
}

async function retryLeftOver(boss: PgBoss): Promise<void> {
  for (const queue of queues) {
    const jobs = await boss.findJobs(queue)
    const leftOver = jobs.filter(({ state }) => state === 'active' || state === 'retry')
    for (const { id, singletonKey, data } of leftOver) {
      // Deleted and sent anew, for a retry would wait for its delay.
      await boss.deleteJob(queue, id)
      await boss.send(queue, data ?? {}, jobOptions(singletonKey ?? 'all'))
    }
  }
}
