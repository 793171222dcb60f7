import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRecords } from '../../src/directory/batch-records.ts'
import { findBatch } from '../../src/directory/batches.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'
import { SourceError } from '../../src/domain/table.ts'
import { openTable } from '../../src/ingest/open-table.ts'
import { operationNamed, operations } from '../../src/operations/index.ts'
import { draftBatch } from '../../src/verify/draft-batch.ts'
import { verifyBatch } from '../../src/verify/verify-batch.ts'
import { createCompany, type TestCompany } from '../support/company.ts'

// Whatever a source is taken for: each of its records is stored, or among those that a notice counts.

let company: TestCompany
beforeAll(async () => void (company = await createCompany()))
afterAll(() => company[Symbol.asyncDispose]())

/** Each record has its number in it, as `k7k`, by which it is found again. */
type Records = readonly ((mark: string) => string)[]

const name = fc.constantFrom('Ada', 'Doe, Jane', 'van der Berg', '', 'Müller', 'Example', 'Guest')
const mailbox = name.map((name) => (mark: string) => `${name} <${mark}@example.org>`)
const address = fc.constant((mark: string) => `${mark}@example.org`)
const aside = fc
  .constantFrom(
    'To: ',
    '# ',
    'Subject: ',
    'Example: ',
    'version:v1.0 ',
    'Title ',
    '',
    '- ',
    'Data: ',
  )
  .chain((before) =>
    fc.constantFrom('', ':', ' @example.org', ';', ',,').map((end) => [before, end]),
  )
  .map(
    ([before, end]) =>
      (mark: string) =>
        `${before}${mark}${end}`,
  )
const cell = fc.constantFrom(
  'Ada',
  'Lovelace',
  'room 1',
  'Guest',
  'Example',
  '',
  'done',
  'a,b',
  'x\ny',
)

const lists: fc.Arbitrary<string> = fc
  .tuple(
    records(fc.oneof({ weight: 6, arbitrary: mailbox }, { weight: 2, arbitrary: address }, aside)),
    // Not a comma: what stands before one belongs to the name behind it.
    fc.constantFrom('\n', '; ', '\r\n', ';\n'),
  )
  .map(([made, between]) => numbered(made).join(between))

const tables: fc.Arbitrary<string> = fc.constantFrom(',', ';', '\t', '|').chain((delimiter) => {
  const record = (cells: readonly string[]) => (mark: string) =>
    line([`${mark}@example.org`, ...cells], delimiter)
  const titled = (title: string) => (mark: string) => line([title, mark], delimiter)
  const row = fc.array(cell, { maxLength: 4 }).map(record)
  const header = fc.constantFrom('Email', 'Name', 'Unknown').map((title) => [titled(title)])
  return fc
    .tuple(
      fc.constantFrom('', `sep=${delimiter}\n`, '\n\n'),
      fc.array(aside, { maxLength: 3 }),
      fc.oneof(header, fc.constant([])),
      records(fc.oneof({ weight: 6, arbitrary: row }, aside)),
    )
    .map(([start, above, header, rows]) => {
      return start + numbered([...above, ...header, ...rows]).join('\n')
    })
})

test.each([
  ['a list of addresses', lists],
  ['a table', tables],
])('no record of %s is lost', async (_, sources) => {
  const operation = fc.constantFrom(...operations.map(({ name }) => name))
  await fc.assert(
    fc.asyncProperty(sources, operation, async (text, operation) => {
      expect(await unaccounted(text, operation)).toBe(0)
    }),
    { numRuns: 100 },
  )
})

test('no record of a report is lost', async () => {
  const header = 'email,first name,last name'
  const first = await draft(`${header}\nada@example.org,Ada,Lovelace\n`, 'invite-users')
  await verifyBatch(company.db, first, { actor: company.admin, now: new Date() })
  const state = fc.constantFrom('done', 'unchanged', 'Done ', 'error', 'failed', 'ready', '', 'x')
  const rows = fc.array(fc.tuple(state, fc.boolean()), { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(rows, async (rows) => {
      const lines = rows.map(([state, isShort], at) =>
        isShort ? `k${at}k@example.org` : `k${at}k@example.org,Ada,Lovelace,${at + 2},${state},,,`,
      )
      const text = [`${header},line,state,code,message,suggestion`, ...lines].join('\n')
      expect(await unaccounted(text, 'invite-users')).toBe(0)
    }),
    { numRuns: 30 },
  )
})

function records(record: fc.Arbitrary<Records[number]>): fc.Arbitrary<Records> {
  return fc.array(record, { minLength: 1, maxLength: 12 })
}

function numbered(made: Records): readonly string[] {
  return made.map((record, at) => record(`k${at}k`))
}

function line(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => (/[,;\t|\n]/.test(cell) ? `"${cell}"` : cell)).join(delimiter)
}

/** How many records are neither stored nor among those that a notice counts; none of a source that is refused. */
async function unaccounted(text: string, operation: string): Promise<number> {
  try {
    const batch = await findBatch(company.db, await draft(text, operation))
    const stored = await readRecords(company.db, batch, { first: 1, end: batch.records + 1 })
    const cells = stored.flatMap(({ cells }) => cells).join('\n')
    const marks = text.match(/k\d+k/g) ?? []
    const counted = batch.source.notices
      .filter(({ code }) => notTaken.has(code))
      .reduce((sum, { particulars }) => sum + Number(particulars['count']), 0)
    return marks.filter((mark) => !cells.includes(mark)).length - counted
  } catch (error) {
    if (error instanceof SourceError) return 0
    throw error
  }
}

const notTaken: ReadonlySet<string> = new Set([
  'lines-above',
  'example-rows',
  'lines-without-address',
  'rows-done',
])

async function draft(text: string, name: string) {
  async function* bytes() {
    yield Buffer.from(text)
  }
  const limits = usualSourceLimits
  const table = await openTable({ name: null, kind: 'text', bytes: bytes() }, { limits })
  const operation = operationNamed(name)
  const asked = { operation, language: null, choice: {}, actor: company.admin, now: new Date() }
  return await draftBatch(company.db, { ...asked, table })
}
