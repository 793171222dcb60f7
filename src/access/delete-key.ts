import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'

/**
 * Deletes a key of the user's own, and by the foreign key every session that it opened: a key that leaked
 * must not live on in a browser.
 * @throws RequestError `key-not-found`, for another user's key as well
 */
export async function deleteKey(
  db: Db,
  key: { companyId: string; userId: string; id: string },
): Promise<void> {
  const deleted = await db
    .deleteFrom('api_keys')
    .where('company_id', '=', key.companyId)
    .where('user_id', '=', key.userId)
    .where('id', '=', key.id)
    .returning('id')
    .executeTakeFirst()
  if (deleted === undefined) throw new RequestError('key-not-found')
}
