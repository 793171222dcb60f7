import type { Db } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import { apiKey } from './api-key.ts'
import { hashSecret } from './hash-secret.ts'

/** A key that was just made; `key` is shown this once and stored nowhere. */
export interface CreatedKey {
  readonly id: string
  readonly name: string
  readonly key: string
}

/** Gives the user a new API key. It may do what its user may do, now and later. */
export async function createKey(
  db: Db,
  owner: { companyId: string; userId: string; name: string; now: Date },
): Promise<CreatedKey> {
  const { companyId, userId, name, now } = owner
  const id = newId(now.getTime())
  const key = apiKey.make(companyId, id)
  await db
    .insertInto('api_keys')
    .values({
      company_id: companyId,
      id,
      user_id: userId,
      name,
      secret_hash: hashSecret(key.secret),
      created_at: now,
      last_used_at: null,
    })
    .execute()
  return { id, name, key: apiKey.write(key) }
}
