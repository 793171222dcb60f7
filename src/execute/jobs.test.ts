import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDatabase } from '../../tests/support/database.ts'
import { connect } from '../directory/connect.ts'
import type { Db } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import { startJobs, type Jobs, type JobsOptions } from './jobs.ts'

interface TestJobs extends AsyncDisposable {
  readonly db: Db
  /** Companies whose jobs began, in their order. */
  readonly begun: readonly string[]
  /** How many jobs each of the processes that were started has begun. */
  readonly shares: readonly number[]
  /** Starts workers that keep each job until `end`; their process seems to have the database to itself. */
  start(options?: Partial<JobsOptions>): Promise<Jobs>
  send(jobs: Jobs, companyId: string): Promise<void>
  end(): void
}

async function openJobs(): Promise<TestJobs> {
  const database = await createDatabase()
  const { pool } = database
  const db = connect(pool)
  const begun: string[] = []
  const held = Promise.withResolvers<void>()
  const running: Jobs[] = []
  const shares: number[] = []
  const workersOf = (process: number) => ({
    executeCompany: async (companyId: string) => {
      begun.push(companyId)
      shares[process] = (shares[process] ?? 0) + 1
      await held.promise
    },
    clearPast: () => Promise.resolve(),
    deliverMails: () => Promise.resolve(),
    hasManyMails: () => Promise.resolve(false),
    companiesWithWork: () => Promise.resolve([]),
  })
  return {
    db,
    begun,
    shares,
    async start(options = {}) {
      const workers = workersOf(shares.push(0) - 1)
      const ordinary = { pool, workers, exclusive: true, onError: console.error }
      const jobs = await startJobs({ ...ordinary, ...options })
      running.push(jobs)
      return jobs
    },
    async send(jobs, companyId) {
      await db.transaction().execute((tx) => jobs.executeCompany(tx, companyId))
      jobs.wake()
    },
    end: held.resolve,
    async [Symbol.asyncDispose]() {
      held.resolve()
      for (const jobs of running) await jobs.stop()
      await database.drop()
    },
  }
}

test('a company has one job at a time, and keeps no other company waiting', async () => {
  await using here = await openJobs()
  const jobs = await here.start()
  const [one, other] = [newId(), newId()]
  await here.send(jobs, one)
  await expect.poll(() => here.begun).toEqual([one])
  await here.send(jobs, one)
  await here.send(jobs, one)
  await here.send(jobs, other)

  await expect.poll(() => here.begun, { timeout: 3_000 }).toEqual([one, other])
  here.end()
  await expect.poll(() => here.begun, { timeout: 3_000 }).toEqual([one, other, one])
})

test('companies spread over the processes, though one could take all of them', async () => {
  await using here = await openJobs()
  const options = { exclusive: false, batchesAtOnce: 6 }
  const one = await here.start(options)
  await here.start(options)
  for (let company = 0; company < 6; company++) await here.send(one, newId())

  await expect.poll(() => here.begun.length, { timeout: 20_000 }).toBe(6)
  expect(Math.min(...here.shares)).toBeGreaterThan(1)
})

test('what was announced while the database’s clock was ahead begins as soon as it is right', async () => {
  await using here = await openJobs()
  const web = await here.start({ workers: null })
  const company = newId()
  await here.send(web, company)
  await setAheadByHours(here.db)
  await here.start({ exclusive: false })

  await expect.poll(() => here.begun, { timeout: 12_000 }).toEqual([company])
})

test('who died while the database’s clock was ahead is missed all the same', async () => {
  await using here = await openJobs()
  const web = await here.start({ workers: null })
  const company = newId()
  await here.send(web, company)
  // As a worker leaves it that is killed.
  await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now()
    where singleton_key = ${company}`.execute(here.db)
  await setAheadByHours(here.db)
  await here.start({ exclusive: false })

  await expect.poll(() => here.begun, { timeout: 30_000 }).toEqual([company])
})

/** All times that the job engine has noted, as they look once a clock that was ahead is set right. */
async function setAheadByHours(db: Db): Promise<void> {
  await sql`update pgboss.job set start_after = start_after + interval '3 hours',
    heartbeat_on = heartbeat_on + interval '3 hours'`.execute(db)
  await sql`update pgboss.queue set monitor_on = now() + interval '3 hours',
    monitor_claim_on = now() + interval '3 hours', maintain_on = now() + interval '3 hours'`.execute(
    db,
  )
  await sql`update pgboss.version set cron_on = now() + interval '3 hours'`.execute(db)
}

test('where there are many mails, processes that idle help to deliver them', async () => {
  await using here = await openJobs()
  const delivered = Promise.withResolvers<void>()
  const delivering: number[] = []
  const deliverer = (process: number) => ({
    executeCompany: () => Promise.resolve(),
    clearPast: () => Promise.resolve(),
    companiesWithWork: () => Promise.resolve([]),
    hasManyMails: () => Promise.resolve(delivering.length < 3),
    deliverMails: async () => {
      delivering.push(process)
      await delivered.promise
    },
  })
  const one = await here.start({ exclusive: false, workers: deliverer(1) })
  for (const process of [2, 3]) await here.start({ exclusive: false, workers: deliverer(process) })
  await one.deliverMails()

  await expect
    .poll(() => delivering.toSorted((a, b) => a - b), { timeout: 10_000 })
    .toEqual([1, 2, 3])
  delivered.resolve()
})
