import { sql } from 'kysely'
import { keyFingerprint } from './key-fingerprint.ts'
import type { Db } from './schema.ts'

/** The database belongs to an installation with another key. */
class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError'
}

/**
 * Marks a new database as that of the installation with this key; with another key, every link that
 * was mailed would be dead.
 * @throws WrongKeyError when it belongs to another
 */
export async function ownDatabase(db: Db, key: string): Promise<void> {
  const fingerprint = keyFingerprint(key)
  await sql`
    insert into installation (key_fingerprint) values (${fingerprint})
    on conflict do nothing`.execute(db)
  const { key_fingerprint: known } = await db
    .selectFrom('installation')
    .select('key_fingerprint')
    .executeTakeFirstOrThrow()
  if (known === fingerprint) return
  throw new WrongKeyError(
    'This database was set up with another key, and links that were sent before would be dead. ' +
      'Set ROSTER_SECRET to the key of the installation, or use its data folder.',
  )
}
