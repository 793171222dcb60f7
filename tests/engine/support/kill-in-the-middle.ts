import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { findBatch, type BatchRecord } from '../../../src/directory/batches.ts'
import { verify } from '../../support/batch.ts'
import type { TestCompany } from '../../support/company.ts'
import { directoryOf, mailsOf } from '../../support/directory.ts'
import { resultsPerRow } from '../../support/interrupt.ts'
import { draftInOrder } from '../../support/stage.ts'
import type { Errand } from './execute-until-killed.ts'

// Each of them has three rows, which stand far apart.
const people = Array.from({ length: 100 }, (_, n) => `p${n}@example.org,P,N`)

/** Plans a batch that a process begins to execute; it is killed with SIGKILL in the middle. */
export async function killInTheMiddle(company: TestCompany): Promise<BatchRecord> {
  for (const name of ['room 1', 'room 2', 'room 3']) await company.addRoom(name)
  const lines = ['room 1', 'room 2', 'room 3'].flatMap((room) =>
    people.map((person) => `${person},${room},Guest`),
  )
  const ref = await draftInOrder(company, 'invite-and-assign-users', lines)
  const batch = await verify(company, ref)
  await executeUntilKilled(company, batch)
  return batch
}

async function executeUntilKilled(company: TestCompany, batch: BatchRecord): Promise<void> {
  const { companyId, id, digest } = batch
  const errand: Errand = {
    url: company.url,
    batch: { companyId, id, digest: digest ?? '' },
    admin: { ...company.admin, language: 'en' },
  }
  const script = fileURLToPath(new URL('execute-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(errand)], { stdio: 'inherit' })
  const exited = once(child, 'exit')
  const done = async () => (await findBatch(company.db, batch)).totals.done
  await expect.poll(done, { timeout: 20_000, interval: 5 }).toBeGreaterThan(20)
  child.kill('SIGKILL')
  expect(await exited).toEqual([null, 'SIGKILL'])
  expect(await findBatch(company.db, batch)).toMatchObject({ state: 'executing' })
  expect(await done()).toBeLessThan(300)
}

/** Every row has exactly one result, everybody is where they should be, and was mailed once. */
export async function expectAllDoneOnce(company: TestCompany, batch: BatchRecord): Promise<void> {
  const rooms = { 'room 1': 'Guest', 'room 2': 'Guest', 'room 3': 'Guest' }
  expect(batch).toMatchObject({ state: 'done', totals: { rows: 300, done: 300, mails: 100 } })
  expect(await resultsPerRow(company.db, batch)).toEqual(Array.from({ length: 300 }, () => 1))
  const { users } = await directoryOf(company)
  expect(users).toHaveLength(101)
  for (const user of users.filter(({ email }) => email !== 'admin@example.org')) {
    expect(user.rooms).toEqual(rooms)
  }
  const mails = await mailsOf(company)
  expect(new Set(mails.map(({ to }) => to)).size).toBe(100)
  expect(mails).toHaveLength(100)
  for (const mail of mails) {
    expect(mail.rooms).toEqual(['room 1: Guest', 'room 2: Guest', 'room 3: Guest'])
  }
}
