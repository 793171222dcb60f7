import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Language } from '../domain/language.ts'
import type { Tx } from './schema.ts'

/** Adds users who are invited; their addresses must be new in the company. */
export async function addUsers(
  { tx, companyId, language, now }: { tx: Tx; companyId: string; language: Language; now: Date },
  users: readonly {
    readonly id: string
    readonly email: EmailAddress
    readonly firstName: string
    readonly lastName: string
  }[],
): Promise<void> {
  if (users.length === 0) return
  const rows = users.map(({ id, email, firstName, lastName }) => ({
    id,
    email: email.text,
    key: email.key,
    first: firstName,
    last: lastName,
  }))
  await sql`
    insert into users
      (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
    select ${companyId}, id, email, key, first, last, ${language}, 'invited', ${now}
    from json_to_recordset(${JSON.stringify(rows)})
      as row (id uuid, email text, key text, first text, last text)`.execute(tx)
}
