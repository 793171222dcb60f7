import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'
import { findBatch, listBatches } from '../../src/directory/batches.ts'
import { openTable } from '../../src/ingest/open-table.ts'
import { operationNamed } from '../../src/operations/index.ts'
import { draftBatch } from '../../src/verify/draft-batch.ts'
import { fixRow } from '../../src/verify/fix-row.ts'
import { mapBatch } from '../../src/verify/map-batch.ts'
import { draft, rowsOf } from '../support/batch.ts'
import { waitingForLocks } from '../support/locks.ts'
import { openStage, stageNow, type Stage, type StagedCompany } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage()))
afterAll(() => stage[Symbol.asyncDispose]())

const header = 'email,first name,last name'

async function tableOf(lines: readonly string[]) {
  const bytes = (async function* () {
    yield Buffer.from(lines.join('\n'))
  })()
  const source = { name: 'other.csv', kind: 'file', bytes } as const
  return await openTable(source, { limits: { ...usualSourceLimits, bytes: 1e6, rows: 1e3 } })
}

function newSource({ admin: actor }: StagedCompany, id: string) {
  const operation = operationNamed('invite-users')
  return { actor, operation, language: null, choice: {}, id, now: stageNow }
}

async function replaceSource(company: StagedCompany, id: string, lines: readonly string[]) {
  return await draftBatch(stage.db, { ...newSource(company, id), table: await tableOf(lines) })
}

async function leftOf({ id }: StagedCompany): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select (select count(*) from batch_records where company_id = ${id})::int
      + (select count(*) from batches where company_id = ${id})::int as left`.execute(stage.db)
  return rows[0]?.left ?? 0
}

test('a draft tells its source and its mapping, and its rows have no state yet', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'invite-users', [header, 'ada@example.org,Ada,Lovelace'])
  expect(await findBatch(stage.db, ref)).toMatchObject({
    state: 'draft',
    digest: null,
    operation: 'invite-users',
    createdByEmail: 'admin@example.org',
    source: { name: 'people.csv', format: 'csv', encoding: 'utf-8', delimiter: ',' },
    totals: { rows: 1, ready: 0, mails: 0 },
    mapping: { header: true, fields: { email: 0, firstName: 1, lastName: 2 } },
  })
  expect((await rowsOf(stage, ref)).map(({ state }) => state)).toEqual([null])
})

test('cells of columns that look like passwords are not stored at all', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'invite-users', [
    `${header},password`,
    'ada@example.org,Ada,Lovelace,correct horse',
  ])
  expect((await rowsOf(stage, ref))[0]?.cells).toEqual(['ada@example.org', 'Ada', 'Lovelace', ''])
  const stored = await sql`
    select from batch_records where company_id = ${company.id}
      and cells::text like '%horse%'`.execute(stage.db)
  expect(stored.rows).toEqual([])
})

test('columns that look like passwords are known as such when the columns are mapped anew', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'invite-users', [
    `${header},password`,
    'ada@example.org,Ada,Lovelace,correct horse',
  ])
  const { columns } = (await findBatch(stage.db, ref)).mapping
  await mapBatch(stage.db, ref, { ignore: ['password'] })
  expect((await findBatch(stage.db, ref)).mapping.columns).toEqual(columns)
})

test.each([
  ['a source without data rows', [header]],
  ['a source that cannot be read to its end', [header, 'ada@example.org,"Ada,Lovelace']],
])('%s is refused, and nothing of it is stored', async (_what, lines) => {
  const company = await stage.company()
  await expect(draft(company, 'invite-users', lines)).rejects.toMatchObject({ name: 'SourceError' })
  expect(await leftOf(company)).toBe(0)
})

test('a new source takes the place of the old one, of its corrections and of its plan', async () => {
  const company = await stage.company()
  const { batch } = await company.plan('invite-users', ['ada@example.org,Ada,L', 'b@x.org,B,B'])
  await fixRow(stage.db, batch, { row: 1, values: { firstName: 'Augusta' } })
  await replaceSource(company, batch.id, [header, 'alan@example.org,Alan,Turing'])
  expect(await findBatch(stage.db, batch)).toMatchObject({
    state: 'draft',
    digest: null,
    source: { name: 'other.csv' },
    totals: { rows: 1 },
  })
  expect((await rowsOf(stage, batch)).map(({ cells }) => cells)).toEqual([
    ['alan@example.org', 'Alan', 'Turing'],
  ])
})

test('a new source that cannot be read leaves the old one, and what was executed keeps its own', async () => {
  const company = await stage.company()
  const { batch } = await company.plan('invite-users', ['ada@example.org,Ada,L'])
  await expect(replaceSource(company, batch.id, [header])).rejects.toThrow('no-rows')
  expect(await findBatch(stage.db, batch)).toEqual(batch)
  await company.execute(batch)
  const lines = [header, 'alan@example.org,Alan,Turing']
  await expect(replaceSource(company, batch.id, lines)).rejects.toMatchObject({
    code: 'illegal-move',
  })
})

test("a company's batches are listed by page, the newest first", async () => {
  const company = await stage.company()
  const ids: string[] = []
  for (const name of ['a', 'b', 'c']) {
    const { batch } = await company.plan('invite-users', [`${name}@example.org,N,N`])
    ids.unshift(batch.id)
  }
  const page = async (before?: string) =>
    (await listBatches(stage.db, { companyId: company.id, limit: 2, before })).map(({ id }) => id)
  expect(await page()).toEqual(ids.slice(0, 2))
  expect(await page(ids[1])).toEqual(ids.slice(2))
})

test('a change that came while the source was replaced is not made to the rows of the new one', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'invite-users', [header, 'ada@example.org,Ada,Lovelace'])
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const source = await tableOf([header, 'alan@example.org,Alan,Turing'])
  const chunks = (async function* () {
    begun.resolve()
    await goOn.promise
    yield* source.chunks
  })()
  const table = { ...source, chunks, close: () => source.close(), digest: () => source.digest() }
  const replacing = draftBatch(stage.db, { ...newSource(company, ref.id), table })
  await begun.promise
  const fixing = fixRow(stage.db, ref, { row: 1, values: { firstName: 'Augusta' } })
  await expect.poll(() => waitingForLocks(stage)).toBe(1)
  goOn.resolve()
  await expect(fixing).rejects.toMatchObject({ code: 'batch-busy' })
  await replacing
  expect((await rowsOf(stage, ref)).map(({ values }) => values.firstName)).toEqual(['Alan'])
})
