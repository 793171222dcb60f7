import { sql } from 'kysely'
import { RequestError } from '../domain/request-error.ts'
import { guestColumns } from './guest-columns.ts'
import type { GuestEntry } from './list-guests.ts'
import type { Db } from './schema.ts'

/** Names a guest; another company's is as if they did not exist. */
export interface GuestRef {
  readonly companyId: string
  readonly id: string
}

/** @throws RequestError `guest-not-found` */
export async function findGuest(db: Db, { companyId, id }: GuestRef): Promise<GuestEntry> {
  const { rows } = await sql<GuestEntry>`
    select ${guestColumns}
    from guests join rooms on rooms.company_id = guests.company_id and rooms.id = guests.room_id
    where guests.company_id = ${companyId} and guests.id = ${id}`.execute(db)
  const [guest] = rows
  if (guest === undefined) throw new RequestError('guest-not-found', { guest: id })
  return guest
}
