import { sql } from 'kysely'
import { personName } from './person-name.ts'
import type { Db } from './schema.ts'

/** What a user is called before others; null for who is gone. */
export async function nameOfUser(
  db: Db,
  { companyId, userId }: { readonly companyId: string; readonly userId: string },
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select ${personName(sql`users`)} as name from users
    where company_id = ${companyId} and id = ${userId}`.execute(db)
  return rows[0]?.name ?? null
}
