import { sql } from 'kysely'
import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'
import type { Db } from './schema.ts'

/** A guest of one room, with what their link is derived from. */
export interface GuestEntry {
  readonly id: string
  readonly email: string
  readonly emailKey: string
  readonly name: string
  readonly room: string
  readonly role: Role
  readonly language: Language
  readonly issuedAt: Date
  readonly validFrom: Date | null
  readonly validUntil: Date | null
  readonly mailedAt: Date | null
}

/** Where a page of guests ended. */
export interface GuestPlace {
  readonly emailKey: string
  readonly room: string
}

/** Guests by address and room. */
export async function listGuests(
  db: Db,
  page: { companyId: string; limit: number; after?: GuestPlace | undefined },
): Promise<readonly GuestEntry[]> {
  const { emailKey, room } = page.after ?? { emailKey: '', room: '' }
  const { rows } = await sql<GuestEntry>`
    select
      guests.id, guests.email, guests.email_key as "emailKey", guests.name, rooms.name as room,
      guests.role, guests.language, guests.issued_at as "issuedAt",
      guests.valid_from as "validFrom", guests.valid_until as "validUntil",
      guests.mailed_at as "mailedAt"
    from guests
    join rooms on rooms.company_id = guests.company_id and rooms.id = guests.room_id
    where guests.company_id = ${page.companyId}
      and guests.email_key >= ${emailKey}
      and (guests.email_key, rooms.name) > (${emailKey}, ${room})
    order by guests.email_key, rooms.name
    limit ${page.limit}`.execute(db)
  return rows
}
