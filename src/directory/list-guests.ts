import { sql } from 'kysely'
import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'
import { asPeopleSort } from './as-people-sort.ts'
import { contains, key, words } from './contains.ts'
import { guestColumns } from './guest-columns.ts'
import type { SortKeys } from './keyset.ts'
import { listPage, type Listed, type ListPage } from './list-page.ts'
import { roleRank } from './role-rank.ts'
import type { Db } from './schema.ts'

/** A guest of one room, with what their link is derived from. */
export interface GuestEntry {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly room: string
  readonly roomId: string
  readonly role: Role
  readonly language: Language
  readonly issuedAt: Date
  readonly validFrom: Date | null
  readonly validUntil: Date | null
  readonly mailedAt: Date | null
}

const email = { sql: sql`guests.email_key`, type: 'text' } as const
const room = { sql: sql`rooms.name`, type: 'text' } as const

/** What guests can be sorted by. */
export const guestSorts = {
  email: [email, room],
  name: [{ sql: asPeopleSort(sql`guests.name`), type: 'text' }, email, room],
  room: [{ sql: asPeopleSort(sql`rooms.name`), type: 'text' }, room, email],
  role: [{ sql: roleRank(sql`guests.role`), type: 'bigint' }, email, room],
} as const satisfies Record<string, SortKeys>

/** Guests, of one room or of all; a search looks into address, name and room. */
export async function listGuests(
  db: Db,
  page: ListPage<keyof typeof guestSorts> & { readonly roomId?: string | undefined },
): Promise<Listed<GuestEntry>> {
  // Every guest has a room; the outer join is not even made to count them.
  const matching = sql`
    from guests
    left join rooms on rooms.company_id = guests.company_id and rooms.id = guests.room_id
    where guests.company_id = ${page.companyId}
      and ${page.roomId === undefined ? sql`true` : sql`guests.room_id = ${page.roomId}`}
      and ${isFound(page)}`
  return listPage(db, { columns: guestColumns, matching, keys: guestSorts[page.sort] }, page)
}

// Rooms are searched by themselves, before their many guests.
function isFound({ companyId, search }: { companyId: string; search?: string | undefined }) {
  const isOfFoundRoom = sql`guests.room_id in (
    select rooms.id from rooms
    where rooms.company_id = ${companyId} and ${contains([words(sql`rooms.name collate "default"`)], search)})`
  const isFoundItself = contains([key(sql`guests.email_key`), words(sql`guests.name`)], search)
  return sql`(${isFoundItself} or ${isOfFoundRoom})`
}
