import type { Db } from '../../directory/schema.ts'
import { RequestError } from '../../domain/request-error.ts'
import type { Caller } from '../caller.ts'
import { isPasswordOf } from './hash-password.ts'

/**
 * Holds a caller who is about to change their password to the one that they have. Who has none needs none; but an API
 * key, which may have leaked, must not become the whole account by choosing the first.
 * @param current the password that they say they have; null: none
 * @returns when it was chosen, for `passwordMustStand`
 * @throws RequestError `wrong-password`, `password-needs-link`
 */
export async function mustKnowPassword(
  db: Db,
  { actor, keyId }: Caller,
  current: string | null,
): Promise<Date | null> {
  const stored = await db
    .selectFrom('passwords')
    .select(['hash', 'changed_at'])
    .where('company_id', '=', actor.companyId)
    .where('user_id', '=', actor.userId)
    .executeTakeFirst()
  if (stored === undefined) {
    if (keyId !== null) throw new RequestError('password-needs-link')
    return null
  }
  if (current === null || !(await isPasswordOf(stored.hash, current))) {
    throw new RequestError('wrong-password')
  }
  return stored.changed_at
}
