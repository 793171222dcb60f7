import type { Db } from '../directory/schema.ts'

/** An API key as its owner sees it afterwards. */
export interface KeyEntry {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** A user's keys, the oldest first. */
export async function listKeys(
  db: Db,
  { companyId, userId }: { companyId: string; userId: string },
): Promise<readonly KeyEntry[]> {
  return await db
    .selectFrom('api_keys')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
