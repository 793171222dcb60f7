import { sql } from 'kysely'
import { describeProblem } from '../domain/describe-problem.ts'
import { parseEmail } from '../domain/email.ts'
import { newId } from '../domain/id.ts'
import type { Language } from '../domain/language.ts'
import { problem } from '../domain/problem.ts'
import { RequestError } from '../domain/request-error.ts'
import { cleanName } from './clean-name.ts'
import type { Db } from './schema.ts'

/** A new company and the user who administers it. */
export interface CreatedCompany {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly admin: { readonly id: string; readonly email: string }
}

/**
 * Creates a company with its first administrator: an active user with Manage company settings,
 * whose names nobody has told yet.
 * @throws RequestError `company-exists`, `invalid-request` (no name, no e-mail address)
 */
export async function createCompany(
  db: Db,
  company: { name: string; admin: string; language: Language; example?: boolean; now: Date },
): Promise<CreatedCompany> {
  const { language, example = false, now } = company
  const name = cleanName(company.name)
  const email = parseEmail(company.admin.trim())
  if (email === undefined) {
    const invalid = problem('invalid-email', 'email', { value: company.admin })
    throw new RequestError('invalid-request', { reason: describeProblem(invalid, language) })
  }
  const [id, userId] = [newId(now.getTime()), newId(now.getTime())]
  const { rows } = await sql`
    with created as (
      insert into companies (id, name, language, is_example, created_at)
      values (${id}, ${name}, ${language}, ${example}, ${now})
      on conflict (name) do nothing
      returning id
    ), administrator as (
      insert into users
        (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
      select id, ${userId}, ${email.text}, ${email.key}, '', '', ${language}, 'active', ${now}
      from created
      returning company_id, id
    )
    insert into user_permissions (company_id, user_id, permission)
    select company_id, id, 'manage-company-settings' from administrator
    returning user_id`.execute(db)
  if (rows.length === 0) throw new RequestError('company-exists', { name })
  return { id, name, language, admin: { id: userId, email: email.text } }
}
