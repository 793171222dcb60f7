import { sql } from 'kysely'
import type { Db } from '../../directory/schema.ts'

/** An active user who has the address with which somebody signs in. */
export interface Bearer {
  readonly companyId: string
  readonly company: string
  readonly userId: string
  /** Of their password; null: they have none. */
  readonly hash: string | null
  /** When they chose it. */
  readonly chosenAt: Date | null
}

/**
 * All active users with this address, one in a company at most, whether somebody else knows it or not. One probe of the
 * index per company: `offset 0` keeps the planner from walking through all users.
 */
export async function bearersOf(db: Db, emailKey: string): Promise<readonly Bearer[]> {
  const { rows } = await sql<Bearer>`
    select companies.id as "companyId", companies.name as company, bearer.id as "userId",
      passwords.hash, passwords.changed_at as "chosenAt"
    from companies
    cross join lateral (
      select id from users
      where company_id = companies.id and email_key = ${emailKey} and status = 'active'
      offset 0
    ) bearer
    left join passwords
      on passwords.company_id = companies.id and passwords.user_id = bearer.id
    order by companies.name`.execute(db)
  return rows
}
