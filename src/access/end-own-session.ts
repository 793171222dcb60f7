import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'

/**
 * Ends one session of the user's own.
 * @throws RequestError `session-not-found`, for another user's session as well
 */
export async function endOwnSession(
  db: Db,
  session: { companyId: string; userId: string; id: string },
): Promise<void> {
  const ended = await db
    .deleteFrom('sessions')
    .where('company_id', '=', session.companyId)
    .where('user_id', '=', session.userId)
    .where('id', '=', session.id)
    .returning('id')
    .executeTakeFirst()
  if (ended === undefined) throw new RequestError('session-not-found')
}
