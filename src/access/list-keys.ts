import type { Db } from '../directory/schema.ts'
import type { KeyLimits } from './caller.ts'

/** An API key as its owner sees it afterwards. */
export interface KeyEntry extends KeyLimits {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** A user's keys, the oldest first; those that have expired are listed until they are deleted. */
export async function listKeys(
  db: Db,
  { companyId, userId }: { companyId: string; userId: string },
): Promise<readonly KeyEntry[]> {
  return await db
    .selectFrom('api_keys')
    .select([
      'id',
      'name',
      'permissions',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
    ])
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
