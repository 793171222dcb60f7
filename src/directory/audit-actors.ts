import { sql, type RawBuilder } from 'kysely'
import { contains, key, words } from './contains.ts'
import type { Db } from './schema.ts'
import { userContains } from './user-contains.ts'

interface Searched {
  readonly companyId: string
  readonly search: string
}

/** The ids of the users and guests whose address or name contains what is searched for: at most `limit`. */
export async function actorsFound(
  db: Db,
  { companyId, search, limit }: Searched & { readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from users where company_id = ${companyId} and ${userContains(search)}
    union all
    select id from guests where company_id = ${companyId} and ${guestContains(search)}
    limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Is who did an entry one of them? For so many that they cannot be named: each entry is looked at by itself, with an
 * index probe. As a join, the planner looked through all users for every entry, and came to no end.
 */
export function isByFoundActor({ companyId, search }: Searched): RawBuilder<boolean> {
  return sql`(
    exists (select from users where users.company_id = ${companyId}
      and users.id = entry.actor_id and ${userContains(search)} offset 0)
    or exists (select from guests where guests.company_id = ${companyId}
      and guests.id = entry.actor_id and ${guestContains(search)} offset 0))`
}

function guestContains(search: string): RawBuilder<boolean> {
  return contains([key(sql`guests.email_key`), words(sql`guests.name`)], search)
}
