import { randomBytes } from 'node:crypto'
import { Client, Pool } from 'pg'
import { inject } from 'vitest'
import { templateName } from './template-name.ts'

/** A database of one test's own, with the tables of the directory. */
export interface TestDatabase extends AsyncDisposable {
  /** For whoever takes a connection string, such as pg-boss or a whole program. */
  readonly url: string
  readonly pool: Pool
  /** Closes the pool and drops the database; also at the end of `await using`. */
  drop(): Promise<void>
}

/** Makes a database by cloning the migrated template, which takes some 20 ms. */
export async function createDatabase(): Promise<TestDatabase> {
  const template = await migratedTemplate()
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdministrator((client) => client.query(`create database ${name} template ${template}`))
  return open(name)
}

/** Makes a database without any table, for the migrations' own tests. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdministrator((client) => client.query(`create database ${name} template template0`))
  return open(name)
}

function open(name: string): TestDatabase {
  const url = urlOf(name)
  const pool = new Pool({ connectionString: url, max: 10 })
  // Dropping the database by force ends what a test left open; unheard, that would end the run.
  pool.on('error', () => {})
  let dropping: Promise<void> | null = null
  const drop = () => (dropping ??= close(name, pool))
  return { url, pool, drop, [Symbol.asyncDispose]: drop }
}

async function close(name: string, pool: Pool): Promise<void> {
  await pool.end()
  await asAdministrator((client) => client.query(`drop database if exists ${name} with (force)`))
}

let template: Promise<string> | null = null

function migratedTemplate(): Promise<string> {
  return (template ??= makeTemplate())
}

// The processes of a run share one template: whoever holds the lock first makes it.
async function makeTemplate(): Promise<string> {
  const name = templateName(inject('runId'))
  return await asAdministrator(async (client) => {
    await client.query('select pg_advisory_lock(7105114)')
    const known = await client.query('select from pg_database where datname = $1', [name])
    if (known.rowCount === 1) return name
    const draft = `${name}_new`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft} template template0`)
    await migrateDatabase(draft)
    await client.query(`alter database ${draft} rename to ${name}`)
    return name
  })
}

async function migrateDatabase(name: string): Promise<void> {
  const { migrate } = await import('../../src/directory/migrate.ts')
  const pool = new Pool({ connectionString: urlOf(name) })
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
}

async function asAdministrator<T>(act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.href
}
