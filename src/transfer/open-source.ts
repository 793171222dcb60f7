import { setTimeout as wait } from 'node:timers/promises'
import { Client, type ClientBase, type ClientConfig } from 'pg'
import { migrations } from '../directory/migrations/index.ts'
import { keyFingerprint } from '../directory/key-fingerprint.ts'
import { claimFolder } from '../embedded/claim-folder.ts'
import { connectToServed } from '../embedded/connect-to-served.ts'
import { holdsDatabase } from '../embedded/holds-database.ts'
import { keptKey } from '../embedded/key-file.ts'
import { keyOfSecret } from '../embedded/key-of-secret.ts'
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts'
import { migrationsOf } from './migrations-of.ts'
import type { Place } from './place.ts'
import { TransferError } from './transfer-error.ts'

/** An installation to read from. */
export interface Source extends AsyncDisposable {
  readonly client: ClientBase
  readonly key: string
}

/**
 * Connects to the database of an installation, which goes on being used: where another process serves the data folder,
 * to its PostgreSQL; else that is started, and ended afterwards.
 * @throws TransferError, EmbeddedError, and what PostgreSQL throws
 */
export async function openSource(place: Place): Promise<Source> {
  await using opening = new AsyncDisposableStack()
  const config = await connectionOf(place, opening)
  const client = new Client({ ...config, application_name: 'roster export' })
  // What happens to it, the next query says.
  client.on('error', () => {})
  await client.connect()
  // Not `end`, which would wait for a table that nobody reads any more.
  opening.defer(() => void client.connection.stream.destroy())
  await mustBeKnown(client, place)
  const key = await keyOf(place)
  await mustFit(client, key)
  const opened = opening.move()
  return { client, key, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

async function connectionOf(place: Place, opening: AsyncDisposableStack): Promise<ClientConfig> {
  const { databaseUrl, dataFolder: folder, say } = place
  if (databaseUrl !== null) return { connectionString: databaseUrl }
  if (!(await holdsDatabase(folder)))
    throw new TransferError('nothing-to-export', { place: folder })
  const deadline = performance.now() + patience
  for (;;) {
    const claim = await claimFolder(folder)
    if (claim.heldBy === null) {
      opening.defer(() => claim.release())
      const server = await startEmbeddedPostgres({ folder: claim.folder, say })
      opening.defer(() => server.stop())
      return server.connection
    }
    const connection = await connectToServed(folder)
    if (connection !== null) return connection
    const { pid } = claim.heldBy
    if (performance.now() > deadline) {
      throw new TransferError('served-elsewhere', { folder, process: `${pid}` })
    }
    await wait(100)
  }
}

// A database may be starting or ending.
const patience = 30_000

async function mustBeKnown(client: ClientBase, { databaseUrl, dataFolder }: Place): Promise<void> {
  const applied = await migrationsOf(client)
  if (applied.length === 0) {
    const place = databaseUrl === null ? dataFolder : 'ROSTER_DATABASE_URL'
    throw new TransferError('nothing-to-export', { place })
  }
  const unknown = applied.filter((name) => !Object.hasOwn(migrations, name))
  // It may have tables of which this program knows nothing, and would leave them behind.
  if (unknown.length > 0)
    throw new TransferError('source-newer', { migrations: unknown.join(', ') })
}

async function keyOf({ secret, dataFolder }: Place): Promise<string> {
  if (secret !== null) return keyOfSecret(secret)
  const key = await keptKey(dataFolder)
  if (key === null) throw new TransferError('key-missing', { folder: dataFolder })
  return key
}

async function mustFit(client: ClientBase, key: string): Promise<void> {
  const { rows } = await client.query<{ known: string }>(
    'select key_fingerprint as known from installation',
  )
  if (rows[0]?.known !== keyFingerprint(key)) throw new TransferError('wrong-key')
}
