import { expect, test } from 'vitest'
import { carriedTables } from '../../src/transfer/carried-tables.ts'
import { leftTables } from '../../src/transfer/left-tables.ts'
import { createDatabase } from '../support/database.ts'

test('every table is carried by an export, or stays for a reason', async () => {
  await using database = await createDatabase()
  const { rows } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  const known = [...carriedTables, ...Object.keys(leftTables)].toSorted()
  expect(rows.map(({ name }) => name).toSorted()).toEqual(known)
})

test('every table is filled behind those that it refers to', async () => {
  await using database = await createDatabase()
  const { rows } = await database.pool.query<{ name: string; to: string }>(
    `select conrelid::regclass::text as name, confrelid::regclass::text as to
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const order: readonly string[] = carriedTables
  expect(rows.filter(({ name, to }) => order.indexOf(to) >= order.indexOf(name))).toEqual([])
})
