import type { Db, Tx } from '../../directory/schema.ts'
import { RequestError } from '../../domain/request-error.ts'

/**
 * Holds that there is no company yet.
 * @throws RequestError `company-exists-already`
 */
export async function mustBeFirst(db: Db | Tx): Promise<void> {
  const first = await db.selectFrom('companies').select('id').limit(1).executeTakeFirst()
  if (first !== undefined) throw new RequestError('company-exists-already')
}
