import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { isConnectionTrouble } from '../execute/trouble.ts'
import { connect } from './connect.ts'
import { copyInto, type Copied, copyTexts } from './copy-into.ts'
import { openPool } from './open-pool.ts'
import type { Db } from './schema.ts'
import { sqlState } from './sql-state.ts'

// A row that is given as its values.
const itself = (row: readonly Copied[]) => row

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createDatabase()
  db = connect(database.pool)
  await sql`create table copied (n int primary key, one text, other text)`.execute(db)
})

afterAll(async () => {
  await database.drop()
})

test('whatever text is copied arrives as it was', async () => {
  // PostgreSQL knows no NUL, and half of a pair of characters is no text.
  const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
  const awkward = fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', '"') })
  const cell = fc.option(fc.oneof(text, awkward))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell)), async (cells) => {
      const items = cells.map(([one, other], n) => [n, one, other] as const)
      await db.transaction().execute(async (tx) => {
        await sql`truncate copied`.execute(tx)
        await copyInto(tx, {
          table: 'copied',
          same: {},
          columns: ['n', 'one', 'other'],
          items,
          row: itself,
        })
      })
      const found = await sql<{ n: number; one: string | null; other: string | null }>`
        select n, one, other from copied order by n`.execute(db)
      expect(found.rows.map(({ n, one, other }) => [n, one, other])).toEqual(items)
    }),
    { numRuns: 50 },
  )
})

test('nothing is null unless it is', () => {
  const [text] = copyTexts({ same: { n: 1 }, items: [[null, String.raw`\N`]], row: itself })
  expect(text).toBe('1\t\\N\t\\\\N\n')
})

test('a copy that fails undoes its transaction, and the connection goes on', async () => {
  await sql`truncate copied`.execute(db)
  await db.connection().execute(async (connection) => {
    const twice = connection.transaction().execute(async (tx) => {
      await copyInto(tx, { table: 'copied', same: {}, columns: ['n'], items: [[1]], row: itself })
      await copyInto(tx, {
        table: 'copied',
        same: {},
        columns: ['n'],
        items: [[2], [1], [3]],
        row: itself,
      })
    })
    expect(sqlState(await twice.catch((error: unknown) => error))).toBe('23505')
    const { rows } = await sql`select from copied`.execute(connection)
    expect(rows).toEqual([])
  })
})

test('a copy of more than the connection takes at once arrives whole', async () => {
  await sql`truncate copied`.execute(db)
  const same = { one: 'x'.repeat(100) }
  const items = Array.from({ length: 20_000 }, (_, n) => [n, null] as const)
  await db.transaction().execute(async (tx) => {
    await copyInto(tx, { table: 'copied', same, columns: ['n', 'other'], items, row: itself })
  })
  const { rows: found } = await sql`select count(*)::int as count from copied`.execute(db)
  expect(found).toEqual([{ count: 20_000 }])
})

test('what the database refuses while most of it is still on its way, it refuses once', async () => {
  await sql`truncate copied`.execute(db)
  const one = 'x'.repeat(1_000)
  const items = Array.from({ length: 30_000 }, (_, n) => [Math.max(1, n), one] as const)
  await db.connection().execute(async (connection) => {
    const early = connection.transaction().execute(async (tx) => {
      await copyInto(tx, { table: 'copied', same: {}, columns: ['n', 'one'], items, row: itself })
    })
    expect(sqlState(await early.catch((error: unknown) => error))).toBe('23505')
    expect((await sql`select from copied`.execute(connection)).rows).toEqual([])
  })
})

test('a connection that is lost in the middle of a copy fails it, and is replaced', async () => {
  await sql`truncate copied`.execute(db)
  const one = 'x'.repeat(1_000)
  const items = Array.from({ length: 30_000 }, (_, n) => [n, one] as const)
  const pool = openPool({ connectionString: database.url, max: 1 }, () => {})
  await using fragile = connect(pool)
  const lost = fragile.transaction().execute(async (tx) => {
    const { rows: own } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    const copying = copyInto(tx, {
      table: 'copied',
      same: {},
      columns: ['n', 'one'],
      items,
      row: itself,
    })
    await Promise.all([copying, sql`select pg_terminate_backend(${own[0]?.pid})`.execute(db)])
  })
  expect(isConnectionTrouble(await lost.catch((error: unknown) => error))).toBe(true)
  expect((await sql`select from copied`.execute(fragile)).rows).toEqual([])
})

test('rows that cannot be written break the copy off, and the connection goes on', async () => {
  await sql`truncate copied`.execute(db)
  const items = Array.from({ length: 1_000 }, (_, n) => n)
  await db.connection().execute(async (connection) => {
    const broken = connection.transaction().execute(async (tx) => {
      await copyInto(tx, { table: 'copied', same: {}, columns: ['n', 'one'], items, row: rowOf })
    })
    await expect(broken).rejects.toThrow('This row is none.')
    expect((await sql`select from copied`.execute(connection)).rows).toEqual([])
  })
})

function rowOf(n: number): readonly Copied[] {
  if (n === 900) throw new RangeError('This row is none.')
  return [n, 'x'.repeat(100)]
}
