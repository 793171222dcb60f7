import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import { operations } from '../../src/operations/index.ts'
import type { Operation } from '../../src/operations/operation.ts'
import { ended, engineFor, rowsOf, verify } from '../support/batch.ts'
import { createCompany, type TestCompany } from '../support/company.ts'
import { directoryOf, mailsOf } from '../support/directory.ts'
import { executePartly, resultsPerRow } from '../support/interrupt.ts'
import { draftInOrder, inShort, openStage, stageNow, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

describe.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s',
  (_name, operation) => {
    test('its examples verify cleanly where their users and rooms exist', async () => {
      const company = await stage.company()
      await furnish(company, operation)
      const { batch, said } = await company.plan(operation.name, linesOf(operation, ['']))
      expect(said).toEqual(operation.examples.map(() => 'ready'))
      expect(batch.groups).toEqual([])
    })

    test('executing ends with a result for each row', async () => {
      const company = await stage.company()
      await furnish(company, operation)
      const lines = linesOf(operation, [''])
      const { batch, said } = await company.run(operation.name, [...lines, ',,nonsense', ...lines])
      expect(batch).toMatchObject({ state: 'done', cause: null, finishedAt: stageNow })
      expect(batch.totals).toMatchObject({ rows: 7, ready: 0, done: 3, error: 1, unchanged: 3 })
      expect(said.map((row) => row.split(' ')[0])).toEqual([
        ...lines.map(() => 'done'),
        'error',
        ...lines.map(() => 'unchanged'),
      ])
      expect(await resultsPerRow(stage.db, batch)).toEqual(said.map(() => 1))
      expect(stage.engine.errors).toEqual([])
    })

    test('the same again changes nothing and queues no mail', async () => {
      const company = await stage.company()
      await furnish(company, operation)
      const lines = linesOf(operation, [''])
      await company.run(operation.name, lines)
      const before = [await directoryOf(company), await mailsOf(company)]
      const again = await company.run(operation.name, lines)
      expect([await directoryOf(company), await mailsOf(company)]).toEqual(before)
      expect(again.batch.totals).toMatchObject({ done: 0, failed: 0, mails: 0 })
      const expected = operation.deletesUsers === true ? /^error unknown-user$/ : /^unchanged/
      for (const said of again.said) expect(said).toMatch(expected)
    })

    test('nothing of another company is touched', async () => {
      const company = await stage.company()
      const other = await stage.company()
      for (const each of [company, other]) await furnish(each, operation)
      const before = [await directoryOf(other), await mailsOf(other)]
      await company.run(operation.name, linesOf(operation, ['']))
      expect([await directoryOf(other), await mailsOf(other)]).toEqual(before)
    })

    test('a process that stops between two chunks resumes to the same end as an uninterrupted run', async () => {
      const uninterrupted = await stage.company()
      await furnish(uninterrupted, operation)
      const whole = await uninterrupted.run(operation.name, linesOf(operation))

      await using company = await createCompany()
      await furnish(company, operation)
      const planned = await plan(company, operation)
      await executePartly(company, planned, 2)
      const between = await findBatch(company.db, planned)
      expect(between.state).toBe('executing')
      expect(between.totals.ready).toBeGreaterThan(0)
      expect(between.totals.ready).toBeLessThan(between.totals.rows)

      await using engine = await engineFor(company, { clock: () => stageNow, chunkSize: 2 })
      const end = await ended(company.db, planned)
      expect(end.state).toBe('done')
      expect(end.totals).toEqual(whole.batch.totals)
      expect((await rowsOf(company, end)).map(inShort)).toEqual(whole.said)
      expect(await directoryOf(company)).toEqual(await directoryOf(uninterrupted))
      expect(await mailsOf(company)).toEqual(await mailsOf(uninterrupted))
      expect(engine.errors).toEqual([])
    })

    test('who lost the permission in the middle is stopped, and somebody else can go on', async () => {
      await using company = await createCompany()
      await furnish(company, operation)
      const heir = await company.addUser('heir@example.org', {
        permissions: ['manage-company-settings'],
      })
      const planned = await plan(company, operation)
      await executePartly(company, planned, 2)
      await company.db
        .updateTable('user_permissions')
        .set({ permission: 'administrate-users' })
        .where('user_id', '=', company.admin.userId)
        .execute()
      const { totals } = await findBatch(company.db, planned)

      await using engine = await engineFor(company, { chunkSize: 2 })
      const stopped = await ended(company.db, planned)
      expect(stopped).toMatchObject({ state: 'stopped', cause: 'permission-lost', totals })
      await engine.resumeBatch(planned, heir)
      const end = await ended(company.db, planned)
      expect(end).toMatchObject({ state: 'done', cause: null, executedBy: heir.userId })
      expect(end.totals).toMatchObject({ ready: 0, done: 12, failed: 0 })
      expect(await resultsPerRow(company.db, end)).toEqual(Array.from({ length: 12 }, () => 1))
    })
  },
)

type World = Pick<TestCompany, 'addUser' | 'addRoom'>

/** The rooms of the examples, and their users where the operation needs them to exist. */
async function furnish(company: World, operation: Operation): Promise<void> {
  for (const name of ['room 0', 'room 1', 'room 2', 'room 3']) await company.addRoom(name)
  if (operation.fields.includes('firstName') || operation.fields.includes('name')) return
  for (const prefix of prefixes) {
    for (const [email] of operation.examples) {
      await company.addUser(`${prefix}${email}`, { rooms: { 'room 0': 'Guest' } })
    }
  }
}

const prefixes = ['', 'a.', 'b.', 'c.']

function linesOf({ examples }: Operation, someOf = prefixes): readonly string[] {
  return someOf.flatMap((prefix) =>
    examples.map((cells) =>
      cells.map((cell, index) => `"${index === 0 ? prefix : ''}${cell}"`).join(','),
    ),
  )
}

async function plan(company: TestCompany, operation: Operation) {
  const ref = await draftInOrder(company, operation.name, linesOf(operation))
  return await verify(company, ref, stageNow)
}
