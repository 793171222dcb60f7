import { expect, test } from 'vitest'
import { createDatabase, createEmptyDatabase } from './database.ts'

test('every database is a fresh copy of the migrated one', async () => {
  await using one = await createDatabase()
  await using other = await createDatabase()

  await one.pool.query('create table only_here (id int)')

  const there = await other.pool.query(
    "select to_regclass('only_here') as table, to_regclass('users') as users",
  )
  expect(there.rows).toEqual([{ table: null, users: 'users' }])
})

test('a connection string leads to the same database', async () => {
  await using database = await createEmptyDatabase()
  const name = await database.pool.query('select current_database() as name')

  expect(new URL(database.url).pathname).toBe(`/${name.rows[0].name}`)
})
