import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'
import type { Tx } from './schema.ts'

/** Creates each guest's link to a room, or brings name and role of the one that exists up to date. */
export async function putGuests(
  { tx, companyId, language, now }: { tx: Tx; companyId: string; language: Language; now: Date },
  guests: readonly {
    /** Of the link that exists, or of the new one. */
    readonly id: string
    readonly roomId: string
    readonly email: EmailAddress
    readonly name: string
    readonly role: Role
    /** Is its link mailed now? */
    readonly mailed: boolean
  }[],
): Promise<void> {
  if (guests.length === 0) return
  const rows = guests.map(({ email, ...guest }) => ({
    ...guest,
    email: email.text,
    key: email.key,
  }))
  await sql`
    insert into guests
      (company_id, id, room_id, email, email_key, name, role, language, issued_at, mailed_at)
    select ${companyId}, id, "roomId", email, key, name, role, ${language}, ${now}::timestamptz,
      case when mailed then ${now}::timestamptz end
    from json_to_recordset(${JSON.stringify(rows)})
      as row (id uuid, "roomId" uuid, email text, key text, name text, role text, mailed boolean)
    on conflict (company_id, email_key, room_id) do update set
      name = excluded.name,
      role = excluded.role,
      mailed_at = coalesce(excluded.mailed_at, guests.mailed_at)`.execute(tx)
}
