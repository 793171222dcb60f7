import { sql } from 'kysely'
import type { Db, Tx } from '../../directory/schema.ts'
import type { TokenClaim } from '../../directory/token.ts'
import type { Language } from '../../domain/language.ts'
import { RequestError } from '../../domain/request-error.ts'

/** What a link to choose a password opens. */
export interface OpenPasswordLink {
  readonly company: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
  /** They had no password before. */
  readonly isFirst: boolean
  readonly until: Date
}

/**
 * Whom a link lets choose a password.
 * @throws RequestError `link-unknown`, `link-used`, `link-replaced`, `link-expired`
 */
export async function openPasswordLink(
  db: Db | Tx,
  claim: TokenClaim,
  now: Date,
): Promise<OpenPasswordLink> {
  const known = await find(db, claim)
  if (known === undefined) throw new RequestError('link-unknown')
  const { issuedAt, until, passwordChangedAt, ...person } = known
  if (issuedAt === null || until === null) {
    const isUsed = passwordChangedAt !== null && passwordChangedAt >= claim.issuedAt
    throw new RequestError(isUsed ? 'link-used' : 'link-unknown')
  }
  if (issuedAt.getTime() !== claim.issuedAt.getTime()) throw new RequestError('link-replaced')
  if (until <= now) throw new RequestError('link-expired', { until: until.toISOString() })
  return { ...person, isFirst: passwordChangedAt === null, until }
}

interface Known extends Omit<OpenPasswordLink, 'isFirst' | 'until'> {
  readonly issuedAt: Date | null
  readonly until: Date | null
  readonly passwordChangedAt: Date | null
}

async function find(db: Db | Tx, claim: TokenClaim): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select companies.name as company, users.email, users.first_name as "firstName",
      users.last_name as "lastName", users.language, link.issued_at as "issuedAt",
      link.expires_at as until, passwords.changed_at as "passwordChangedAt"
    from users
    join companies on companies.id = users.company_id
    left join password_links as link
      on link.company_id = users.company_id and link.user_id = users.id
    left join passwords
      on passwords.company_id = users.company_id and passwords.user_id = users.id
    where users.company_id = ${claim.companyId} and users.id = ${claim.subjectId}
      and users.status = 'active'`.execute(db)
  return rows[0]
}
