import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client, Pool, type PoolConfig } from 'pg'
import { migrate } from '../src/directory/migrate.ts'
import { startEmbeddedPostgres } from '../src/embedded/start-embedded-postgres.ts'

/** The PostgreSQL that is measured: the embedded one, or that of ROSTER_DATABASE_URL. */
export interface BenchServer extends AsyncDisposable {
  /** Its version, and who started it. */
  readonly name: string
  /** A new database with the product's tables. */
  database(): Promise<BenchDatabase>
}

/** It is dropped in the end. */
export interface BenchDatabase extends AsyncDisposable {
  readonly pool: Pool
  readonly connection: PoolConfig
}

/** With the settings of the product: durable. */
export async function openBenchServer(): Promise<BenchServer> {
  await using opening = new AsyncDisposableStack()
  const url = process.env['ROSTER_DATABASE_URL']
  const connection = url ? { connectionString: url } : await embedded(opening)
  const name = `PostgreSQL ${await versionOf(connection)}, ${url ? 'external' : 'embedded'}`
  const open = opening.move()
  return { ...benchServer(connection, name), [Symbol.asyncDispose]: () => open.disposeAsync() }
}

/** @param server as whoever may create databases */
export function benchServer(
  server: PoolConfig,
  name: string,
): Omit<BenchServer, typeof Symbol.asyncDispose> {
  return {
    name,
    async database() {
      const database = `roster_bench_${process.pid}_${++count}`
      await tell(server, `create database ${database}`)
      const connection = withDatabase(server, database)
      const pool = new Pool({ ...connection, max: 4 })
      pool.on('error', () => {})
      await migrate(pool)
      return {
        pool,
        connection,
        async [Symbol.asyncDispose]() {
          await pool.end()
          await tell(server, `drop database if exists ${database} with (force)`)
        },
      }
    },
  }
}

let count = 0

function withDatabase(server: PoolConfig, database: string): PoolConfig {
  if (server.connectionString === undefined) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

async function versionOf(server: PoolConfig): Promise<string> {
  const client = new Client(server)
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  return rows[0]?.server_version ?? ''
}

async function tell(server: PoolConfig, statement: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function embedded(opening: AsyncDisposableStack): Promise<PoolConfig> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-bench-'))
  await chmod(folder, 0o755)
  opening.defer(() => rm(folder, { recursive: true, force: true }))
  const server = await startEmbeddedPostgres({ folder: path.join(folder, 'data'), say: () => {} })
  opening.defer(() => server.stop())
  return server.connection
}
