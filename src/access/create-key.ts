import type { Db } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import { apiKey } from './api-key.ts'
import { unlimited, type KeyLimits } from './caller.ts'
import { hashSecret } from './hash-secret.ts'

/** A key that was just made; `key` is shown this once and stored nowhere. */
export interface CreatedKey {
  readonly id: string
  readonly name: string
  readonly key: string
}

/**
 * Gives the user a new API key.
 * @param owner.limits what the key may of all that its user may, now and later: everything, unless given
 */
export async function createKey(
  db: Db,
  owner: { companyId: string; userId: string; name: string; limits?: KeyLimits; now: Date },
): Promise<CreatedKey> {
  const { companyId, userId, name, limits = unlimited, now } = owner
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
      permissions: limits.permissions && [...limits.permissions],
      expires_at: limits.expiresAt,
    })
    .execute()
  return { id, name, key: apiKey.write(key) }
}
