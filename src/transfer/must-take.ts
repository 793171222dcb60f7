import type { ClientBase } from 'pg'
import { keyFingerprint } from '../directory/key-fingerprint.ts'
import { keptKey, keyFile } from '../embedded/key-file.ts'
import { keyOfSecret } from '../embedded/key-of-secret.ts'
import type { Manifest } from './manifest.ts'
import { migrationsOf } from './migrations-of.ts'
import type { Place } from './place.ts'
import { TransferError } from './transfer-error.ts'

/**
 * Looks whether a database is empty, and could become the installation of which the manifest speaks.
 * @throws TransferError `target-used`, `target-newer`, `wrong-key`
 */
export async function mustTake(client: ClientBase, manifest: Manifest): Promise<void> {
  const applied = await migrationsOf(client)
  if (applied.length === 0) return
  const { rows: companies } = await client.query('select from companies limit 1')
  if (companies.length > 0) throw new TransferError('target-used')
  const { rows: installations } = await client.query<{ known: string }>(
    'select key_fingerprint as known from installation',
  )
  const [known] = installations
  if (known !== undefined && known.known !== keyFingerprint(manifest.key)) {
    throw new TransferError('wrong-key')
  }
  // What the later ones do to rows would not happen to those of the file.
  if (applied.some((name) => name > manifest.migration)) throw new TransferError('target-newer')
}

/**
 * Looks whether the place has no key, or the same; ROSTER_SECRET is the place's key where it is set.
 * @throws TransferError `other-key-here`
 */
export async function mustHaveNoOtherKey(place: Place, key: string): Promise<void> {
  const { secret, dataFolder } = place
  const here = secret === null ? await keptKey(dataFolder) : keyOfSecret(secret)
  if (here === null || here === key) return
  const where = secret === null ? keyFile(dataFolder) : 'ROSTER_SECRET'
  throw new TransferError('other-key-here', { where })
}
