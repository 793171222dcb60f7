import { sql } from 'kysely'
import type { Db } from '../../directory/schema.ts'
import { hashPassword, isOutdated, isPasswordOf } from '../passwords/hash-password.ts'

/** What somebody shows to sign in. */
interface Shown {
  readonly emailKey: string
  readonly password: string
  /** In which company they want to be; undefined: in whichever it fits. */
  readonly companyId: string | undefined
}

/** An active user whose address was shown. */
export interface Candidate {
  readonly companyId: string
  readonly company: string
  readonly userId: string
}

/** Who bears the address, and whom of them the password fits: of several companies it may be several. */
export interface Tried {
  readonly bearers: readonly Candidate[]
  readonly fitting: readonly Candidate[]
}

/**
 * Tries a password with all active users who have this address. Nothing else differs between an address that nobody
 * has, a user without a password and a wrong one: the same statement, and as many hashes.
 * @throws RequestError `too-many-requests` when very many passwords are being tried
 */
export async function tryPassword(db: Db, shown: Shown): Promise<Tried> {
  const bearers = await bearersOf(db, shown)
  const hashes = bearers.map(({ hash }) => hash)
  const padding = Array.from({ length: Math.max(0, leastHashes - bearers.length) }, () => null)
  const fits = await Promise.all(
    [...hashes, ...padding].map((hash) => isPasswordOf(hash, shown.password)),
  )
  const fitting = bearers.filter((_, index) => fits[index])
  for (const user of fitting) {
    if (user.hash !== null && isOutdated(user.hash)) await rehash(db, user, shown.password)
  }
  return { bearers, fitting }
}

// One for everybody would tell by the time who is a user of two companies. More than two are too rare to pay for.
const leastHashes = 2

interface Bearer extends Candidate {
  readonly hash: string | null
}

/** One probe of the index per company: `offset 0` keeps the planner from walking through all users. */
async function bearersOf(db: Db, { emailKey, companyId }: Shown): Promise<readonly Bearer[]> {
  const { rows } = await sql<Bearer>`
    select companies.id as "companyId", companies.name as company, bearer.id as "userId",
      passwords.hash
    from companies
    cross join lateral (
      select id from users
      where company_id = companies.id and email_key = ${emailKey} and status = 'active'
      offset 0
    ) bearer
    left join passwords
      on passwords.company_id = companies.id and passwords.user_id = bearer.id
    where companies.id = coalesce(${companyId ?? null}::uuid, companies.id)
    order by companies.name`.execute(db)
  return rows
}

/** Today’s parameters are stronger than those of then. Unless the password has been changed in this moment. */
async function rehash(db: Db, user: Bearer, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await db
    .updateTable('passwords')
    .set({ hash })
    .where('company_id', '=', user.companyId)
    .where('user_id', '=', user.userId)
    .where('hash', '=', user.hash ?? '')
    .execute()
}
