import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { RoomNames } from '../domain/field.ts'
import type { Role } from '../domain/role.ts'
import { askedKeys } from './asked-keys.ts'
import { askedNames } from './asked-names.ts'
import type { Fact } from './fact.ts'

/** A guest link that exists. */
export interface KnownGuest {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly issuedAt: Date
  readonly mailedAt: Date | null
}

/** Which link does the guest have for a room? The rooms are those that the row names. */
export const guestLinksOf: Fact<
  { readonly email: EmailAddress; readonly rooms: RoomNames },
  (roomId: string) => KnownGuest | undefined
> = async ({ tx, companyId }, rows) => {
  const names = askedNames(rows)
  const found = await sql<KnownGuest & { key: string; roomId: string }>`
    select asked.key, link.*
    from ${askedKeys(rows)}
    cross join lateral (
      select g.room_id as "roomId", g.id, g.name, g.role, g.issued_at as "issuedAt",
        g.mailed_at as "mailedAt"
      from guests g
      where g.company_id = ${companyId} and g.email_key = asked.key
      offset 0
    ) link
    where link."roomId" = any(array(
      select r.id from rooms r where r.company_id = ${companyId} and r.name = any(${names})
    ))`.execute(tx)
  const guests = new Map(
    found.rows.map(({ key, roomId, ...guest }) => [`${key}\n${roomId}`, guest]),
  )
  return ({ email }) =>
    (roomId) =>
      guests.get(`${email.key}\n${roomId}`)
}
