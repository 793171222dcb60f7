import { expect, test } from 'vitest'
import { createDatabase } from '../../tests/support/database.ts'
import { connect } from '../directory/connect.ts'
import type { Db } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import { startJobs, type Jobs } from './jobs.ts'

interface TestJobs extends AsyncDisposable {
  readonly db: Db
  /** Companies whose jobs began, in their order. */
  readonly begun: readonly string[]
  /** Starts workers that keep each job until `end`; their process seems to have the database to itself. */
  start(): Promise<Jobs>
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
  const workers = {
    executeCompany: async (companyId: string) => {
      begun.push(companyId)
      await held.promise
    },
    clearPast: () => Promise.resolve(),
    deliverMails: () => Promise.resolve(),
    companiesWithWork: () => Promise.resolve([]),
  }
  return {
    db,
    begun,
    async start() {
      const jobs = await startJobs({ pool, workers, exclusive: true, onError: console.error })
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
