import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'
import { changeExisting } from './change-existing.ts'
import { copyInto } from './copy-into.ts'
import type { Tx } from './schema.ts'

/** A guest's link to a room, as it shall be. */
export interface GuestToPut {
  /** Of the link that exists, or of the new one. */
  readonly id: string
  readonly isNew: boolean
  readonly roomId: string
  readonly email: EmailAddress
  readonly name: string
  readonly role: Role
  /** Is its link mailed now? */
  readonly mailed: boolean
}

interface Putting {
  readonly tx: Tx
  readonly companyId: string
  readonly language: Language
  readonly now: Date
}

/** Creates each guest's link to a room, or brings name and role of the one that exists up to date. */
export async function putGuests(act: Putting, guests: readonly GuestToPut[]): Promise<void> {
  await addGuests(
    act,
    guests.filter(({ isNew }) => isNew),
  )
  await changeGuests(
    act,
    guests.filter(({ isNew }) => !isNew),
  )
}

async function addGuests(
  { tx, companyId, language, now }: Putting,
  guests: readonly GuestToPut[],
): Promise<void> {
  const issuedAt = now.toISOString()
  await copyInto(tx, {
    table: 'guests',
    same: { company_id: companyId, language, issued_at: issuedAt },
    columns: ['id', 'room_id', 'email', 'email_key', 'name', 'role', 'mailed_at'],
    items: guests,
    row: ({ id, roomId, email: { text, key }, name, role, mailed }) => {
      return [id, roomId, text, key, name, role, mailed ? issuedAt : null]
    },
  })
}

// Not an update joined with a list: what conflicts is found by an index, whatever the planner believes.
async function changeGuests(
  { tx, companyId, language, now }: Putting,
  guests: readonly GuestToPut[],
): Promise<void> {
  if (guests.length === 0) return
  const rows = guests.map(({ email, ...guest }) => ({
    ...guest,
    key: email.key,
    email: email.text,
  }))
  const upsert = sql`
    insert into guests
      (company_id, id, room_id, email, email_key, name, role, language, issued_at, mailed_at)
    select ${companyId}, id, "roomId", email, key, name, role, ${language}, ${now}::timestamptz,
      case when mailed then ${now}::timestamptz end
    from json_to_recordset(${JSON.stringify(rows)})
      as row (id uuid, "roomId" uuid, email text, key text, name text, role text, mailed boolean)
    on conflict (company_id, email_key, room_id) do update set
      name = excluded.name,
      role = excluded.role,
      mailed_at = coalesce(excluded.mailed_at, guests.mailed_at)`
  await changeExisting(tx, upsert)
}
