import type { Db } from '../directory/schema.ts'

/**
 * Ends all sessions of a user, or all but one.
 * @returns how many
 */
export async function endSessions(
  db: Db,
  { companyId, userId }: { companyId: string; userId: string },
  { except = null }: { readonly except?: string | null } = {},
): Promise<number> {
  const ended = await db
    .deleteFrom('sessions')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .$if(except !== null, (sessions) => sessions.where('id', '<>', except))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}
