import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { steadyClock } from './steady-clock.ts'

/** The kinds of jobs. */
export const queues = {
  execute: 'execute-company',
  deliver: 'deliver-mails',
  clear: 'clear-past',
  takeUp: 'take-up',
} as const

export interface BossOptions {
  readonly pool: pg.Pool
  /** False: this process announces jobs only, and leaves it to others to work, and to look after those who do. */
  readonly works: boolean
  /** Nobody else uses this database: jobs that seem to run are left over from a killed process. */
  readonly exclusive: boolean
  readonly onError: (error: Error) => void
}

/** Starts the job engine, with its queues, and no worker. */
export async function startBoss({ pool, works, exclusive, onError }: BossOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    supervise: works,
    schedule: works,
    clock: steadyClock(),
    ...watchfulness,
  })
  boss.on('error', onError)
  await stoppedUnless(boss, async () => {
    await oneAtATime(pool, async () => {
      await boss.start()
      for (const queue of Object.values(queues)) {
        await boss.createQueue(queue, queueOptions)
        // A queue that an earlier version has made keeps its ways unless it is told.
        await boss.updateQueue(queue, ways)
      }
    })
    if (exclusive) await retryLeftOver(boss)
  })
  return boss
}

/** Acts; if that fails, the job engine is stopped as well: it would go on looking for jobs, and keep the process alive. */
export async function stoppedUnless<T>(boss: PgBoss, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    await boss.stop({ graceful: false, close: false })
    throw error
  }
}

/** What a job of ours is sent with: of those with one key, one is at work, and one waits. */
export const jobOptions = (key: string) => ({ singletonKey: key, group: { id: key } })

const ways = {
  // At once, however often it was tried: what fails a job is that its process or the database went away.
  retryLimit: 1_000,
  retryDelay: 1,
  retryBackoff: false,
  // Whoever looks for the dead reads the whole table; what is done says nothing any more.
  deleteAfterSeconds: 600,
}

const queueOptions = {
  // One job of a company may wait; a second would say nothing new. The policies by which one would be
  // active at a time rest on a note of the active ones that is a minute old, and survives a kill.
  policy: 'short',
  // A killed worker's job is taken over after so many seconds.
  heartbeatSeconds: 10,
  // A large batch may run for hours; the heartbeat tells the living from the dead.
  expireInSeconds: 23 * 3600,
  ...ways,
}

// How often the workers look for those that died; by default a minute, twice over. However many processes there are,
// one of them looks each time.
const watchfulness = {
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  maintenanceIntervalSeconds: 600,
}

// The job engine makes its tables with “if not exists”, by which two that start at once collide. The lock belongs to a
// transaction: one of a session would stay with a connection that a pooler (pgbouncer) goes on lending to others.
async function oneAtATime(pool: pg.Pool, act: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(
      `begin;
       set local idle_in_transaction_session_timeout = ${mostIdle};
       set local lock_timeout = ${patience};
       select pg_advisory_xact_lock(hashtext('roster jobs'))`,
    )
    await act()
  } finally {
    // The lock ends with its connection, whatever has become of either.
    client.release(true)
  }
}

// In milliseconds. A process that hangs while it holds the lock loses it, and does not keep all others from starting.
const mostIdle = 60_000
const patience = 90_000

async function retryLeftOver(boss: PgBoss): Promise<void> {
  for (const queue of Object.values(queues)) {
    const jobs = await boss.findJobs(queue)
    const leftOver = jobs.filter(({ state }) => state === 'active' || state === 'retry')
    for (const { id, singletonKey, data } of leftOver) {
      // Deleted and sent anew, for a retry would wait for its delay.
      await boss.deleteJob(queue, id)
      await boss.send(queue, data ?? {}, jobOptions(singletonKey ?? 'all'))
    }
  }
}
