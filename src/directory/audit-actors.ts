import { sql, type RawBuilder } from 'kysely'
import { contains } from './contains.ts'
import type { Db } from './schema.ts'
import { userContains } from './user-contains.ts'

interface Searched {
  readonly companyId: string
  readonly search: string
}

/** The ids of the users and guests whose address or name contains what is searched for: at most `limit`. */
export async function actorsFound(
  db: Db,
  searched: Searched & { readonly limit: number },
): Promise<readonly string[]> {
  const found = sql<{ id: string }>`${actorsWith(searched)} limit ${searched.limit}`
  return (await found.execute(db)).rows.map(({ id }) => id)
}

/** The same, all of them, as part of a statement. */
export function actorsWith({ companyId, search }: Searched): RawBuilder<unknown> {
  return sql`
    select id from users where company_id = ${companyId} and ${userContains(search)}
    union all
    select id from guests
    where company_id = ${companyId} and ${contains([sql`guests.email_key`, sql`guests.name`], search)}`
}
