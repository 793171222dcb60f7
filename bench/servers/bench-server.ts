import { Client, Pool } from 'pg'
import { migrate } from '../../src/directory/migrate.ts'
import { toBeEnded } from '../ending.ts'

/** A PostgreSQL that is measured. */
export interface BenchServer extends AsyncDisposable {
  /** Its version, and who started it. */
  readonly name: string
  /** A new database with the product's tables. */
  database(): Promise<BenchDatabase>
}

/** It is dropped in the end. */
export interface BenchDatabase extends AsyncDisposable {
  readonly pool: Pool
  /** For whoever connects by themselves. */
  readonly url: string
}

/**
 * @param url of a server, as somebody who may create databases
 * @param started what is ended with it, where it was started for this
 */
export async function benchServer(
  { url, startedBy }: { readonly url: string; readonly startedBy: string },
  started: AsyncDisposable = toBeEnded(() => Promise.resolve()),
): Promise<BenchServer> {
  const version = await ask(url, 'show server_version')
  return {
    name: `PostgreSQL ${version.split(' ')[0]}, ${startedBy}`,
    database: () => createDatabase(url),
    ...started,
  }
}

let count = 0

async function createDatabase(server: string): Promise<BenchDatabase> {
  const name = `roster_bench_${process.pid}_${++count}`
  await ask(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const pool = new Pool({ connectionString: url.href, max: 4 })
  pool.on('error', () => {})
  const ended = toBeEnded(async () => {
    await pool.end()
    await ask(server, `drop database if exists ${name} with (force)`)
  })
  await migrate(pool)
  return { pool, url: url.href, ...ended }
}

/** The first column of the first row, as text. */
async function ask(url: string, statement: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' })
    return String(rows[0]?.[0])
  } finally {
    await client.end()
  }
}
