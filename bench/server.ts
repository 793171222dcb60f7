import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Pool, type PoolConfig } from 'pg'
import { migrate } from '../src/directory/migrate.ts'
import { startEmbeddedPostgres } from '../src/embedded/start-embedded-postgres.ts'

/** The database that is measured: the embedded one, or that of ROSTER_DATABASE_URL. */
export interface BenchServer extends AsyncDisposable {
  readonly pool: Pool
  readonly connection: PoolConfig
  /** Its version, and who started it. */
  readonly name: string
}

export async function openBenchServer(): Promise<BenchServer> {
  await using opening = new AsyncDisposableStack()
  const url = process.env['ROSTER_DATABASE_URL']
  const connection = url ? { connectionString: url } : await embedded(opening)
  const pool = new Pool(connection)
  pool.on('error', () => {})
  opening.defer(() => pool.end())
  await migrate(pool)
  const { rows } = await pool.query<{ server_version: string }>('show server_version')
  const name = `PostgreSQL ${rows[0]?.server_version}, ${url ? 'external' : 'embedded'}`
  const open = opening.move()
  return { pool, connection, name, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

async function embedded(opening: AsyncDisposableStack): Promise<PoolConfig> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-bench-'))
  await chmod(folder, 0o755)
  opening.defer(() => rm(folder, { recursive: true, force: true }))
  const server = await startEmbeddedPostgres({ folder: path.join(folder, 'data'), say: () => {} })
  opening.defer(() => server.stop())
  return server.connection
}
