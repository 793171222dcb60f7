import type { EmailAddress } from '../domain/email.ts'
import type { Language } from '../domain/language.ts'
import { copyInto } from './copy-into.ts'
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
  await copyInto(tx, {
    table: 'users',
    same: { company_id: companyId, language, status: 'invited', created_at: now.toISOString() },
    columns: ['id', 'email', 'email_key', 'first_name', 'last_name'],
    items: users,
    row: ({ id, email: { text, key }, firstName, lastName }) => [
      id,
      text,
      key,
      firstName,
      lastName,
    ],
  })
}
