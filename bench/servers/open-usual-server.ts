import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import { toBeEnded } from '../ending.ts'
import { benchServer, type BenchServer } from './bench-server.ts'

/** The database that ROSTER_DATABASE_URL names, else the embedded one, with the settings of the product: durable. */
export async function openUsualServer(): Promise<BenchServer> {
  const url = process.env['ROSTER_DATABASE_URL']
  return url ? await benchServer({ url, startedBy: 'external' }) : await openEmbeddedServer()
}

/** In a folder of its own, which is gone in the end. */
export async function openEmbeddedServer(): Promise<BenchServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-bench-'))
  await chmod(folder, 0o755)
  const starting = startEmbeddedPostgres({ folder: path.join(folder, 'data'), say: () => {} })
  // Said at once: whoever interrupts the start must leave no server behind.
  const started = toBeEnded(async () => {
    await starting.then(
      (server) => server.stop(),
      () => undefined,
    )
    await rm(folder, { recursive: true, force: true })
  })
  const server = await starting
  const { host, port, user, password, database } = server.connection
  // A socket's folder cannot stand where a URL has its host.
  const url = new URL(`postgres://${user}:${password}@localhost:${port}/${database}`)
  url.searchParams.set('host', host)
  return await benchServer({ url: url.href, startedBy: 'embedded' }, started)
}
