import type { Pool, PoolConfig } from 'pg'
import { openPool } from '../directory/open-pool.ts'
import { claimFolder } from '../embedded/claim-folder.ts'
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts'
import type { Place } from './place.ts'
import { TransferError } from './transfer-error.ts'

/** A database that shall take an installation. */
export interface Target extends AsyncDisposable {
  readonly pool: Pool
}

/**
 * Connects to the database that ROSTER_DATABASE_URL names, or starts the one of the data folder, which nobody else
 * may serve.
 * @throws TransferError `target-served`, EmbeddedError
 */
export async function openTarget(place: Place): Promise<Target> {
  await using opening = new AsyncDisposableStack()
  const connection = await connectionOf(place, opening)
  const named = { application_name: 'roster import', idle_in_transaction_session_timeout: 0 }
  const pool = openPool({ ...connection, ...named, max: 2 }, () => {})
  opening.defer(() => pool.end())
  const opened = opening.move()
  return { pool, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

async function connectionOf(
  { databaseUrl, dataFolder: folder, say }: Place,
  opening: AsyncDisposableStack,
): Promise<PoolConfig> {
  if (databaseUrl !== null) return { connectionString: databaseUrl }
  const claim = await claimFolder(folder)
  if (claim.heldBy !== null) {
    throw new TransferError('target-served', { folder, process: `${claim.heldBy.pid}` })
  }
  opening.defer(() => claim.release())
  const server = await startEmbeddedPostgres({ folder: claim.folder, say })
  opening.defer(() => server.stop())
  return server.connection
}
