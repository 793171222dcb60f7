import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../src/operations/index.ts'
import { createCompany, type TestCompany } from '../support/company.ts'
import { readCase } from './read-case.ts'

// Whatever comes is stored as a table, or refused with one sentence: never a crash, never a hang.

let company: TestCompany

beforeAll(async () => {
  company = await createCompany()
  await company.addRoom('room 1')
})

afterAll(() => company[Symbol.asyncDispose]())

const someOperation = fc.constantFrom(...operations.map(({ name }) => name))

test('any bytes, as a file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), someOperation, async (bytes, operation) => {
      expect(await isAnswered(bytes, operation)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('any table, in the words that headers and cells are made of', async () => {
  const cell = fc.oneof(
    fc.constantFrom('Email', 'Name', 'Vorname', 'Role', 'room 1', 'Guest', 'WAHR', '', '=1+1'),
    fc.constantFrom('ada@example.org', 'Ada <ada@example.org>', 'Lovelace, Ada', 'password'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
  const table = fc
    .tuple(rows, fc.constantFrom(',', ';', '\t'))
    .map(([rows, delimiter]) => rows.map((row) => row.join(delimiter)).join('\n'))
  await fc.assert(
    fc.asyncProperty(table, someOperation, async (text, operation) => {
      expect(await isAnswered(Buffer.from(text), operation)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test.each(['people.xlsx', 'people.ods'])('%s, spoilt', async (name) => {
  const whole = await readFile(new URL(`../fixtures/${name}`, import.meta.url))
  await fc.assert(
    fc.asyncProperty(spoilt(whole), async (bytes) => {
      expect(await isAnswered(bytes, 'invite-users')).toBe(true)
    }),
    { numRuns: 10 },
  )
})

/** The bytes with pieces cut out and others repeated in their place. */
function spoilt(whole: Buffer): fc.Arbitrary<Buffer> {
  const place = fc.nat(whole.length - 1)
  const length = fc.constantFrom(0, 1, 7, 500)
  const change = fc.record({ at: place, away: length, from: place, more: fc.nat(40) })
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes = whole
    for (const { at, away, from, more } of changes) {
      const piece = whole.subarray(from, from + more)
      bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + away)])
    }
    return bytes
  })
}

/** Rows, or a sentence without a gap. */
async function isAnswered(bytes: Uint8Array, operation: string): Promise<boolean> {
  const source = { bytes: () => bytes, shown: '' }
  const result = await readCase(company, { title: '', source, operation, expected: { rows: [] } })
  return 'refused' in result
    ? /^(?:The source|The workbook|A part of the workbook) [^{}]*\.$/su.test(result.refused)
    : result.rows.length > 0
}
