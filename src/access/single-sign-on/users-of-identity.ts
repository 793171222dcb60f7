import { sql } from 'kysely'
import type { Db } from '../../directory/schema.ts'
import { emailKey } from '../../domain/email.ts'
import type { Identity } from './identity.ts'

/** A user who is meant. */
export interface MeantUser {
  readonly companyId: string
  readonly company: string
  readonly userId: string
}

/**
 * The users whom somebody can be, one in a company at most: the one whose identity it is known to be, else the one
 * with the address. Nobody else gets in.
 */
export async function usersOfIdentity(
  db: Db,
  { issuer, subject, email }: Identity,
): Promise<readonly MeantUser[]> {
  const key = email === null ? null : emailKey(email.trim())
  const { rows } = await sql<MeantUser>`
    with known as (
      select company_id, user_id from identities
      where issuer = ${issuer} and subject = ${subject}
    ), addressed as (
      -- One probe of the index per company: “offset 0” keeps the planner from walking through all users.
      select companies.id as company_id, bearer.id as user_id
      from companies cross join lateral (
        select id from users where company_id = companies.id and email_key = ${key}::text
        offset 0
      ) bearer
      where not exists (select from known where known.company_id = companies.id)
    )
    select companies.id as "companyId", companies.name as company, meant.user_id as "userId"
    from (select * from known union all select * from addressed) meant
    join companies on companies.id = meant.company_id
    order by companies.name`.execute(db)
  return rows
}
