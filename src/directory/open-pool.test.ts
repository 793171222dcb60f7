import { expect, test } from 'vitest'
import { createDatabase } from '../../tests/support/database.ts'
import { openPool } from './open-pool.ts'

test('a connection that breaks while somebody is at work with it ends neither the process nor the pool', async () => {
  const database = await createDatabase()
  const broken: string[] = []
  const pool = openPool(
    { connectionString: database.url },
    ({ message }) => void broken.push(message),
  )
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')

  await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])

  await expect.poll(() => broken[0]).toContain('terminating connection')
  await expect(client.query('select 1')).rejects.toThrow('connection')
  client.release(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  const told = broken.length
  await pool.end()
  expect(broken).toHaveLength(told)
  await database.drop()
})

test('an idle connection that breaks is told once, and replaced', async () => {
  const database = await createDatabase()
  const broken: string[] = []
  const pool = openPool(
    { connectionString: database.url },
    ({ message }) => void broken.push(message),
  )
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await expect.poll(() => broken).toHaveLength(1)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
  await database.drop()
})
