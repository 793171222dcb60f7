import type { Db } from '../directory/schema.ts'
import type { TokenClaim } from '../directory/token.ts'
import type { Language } from '../domain/language.ts'
import { RequestError } from '../domain/request-error.ts'
import { roleRights, type Role } from '../domain/role.ts'

/** A guest whose link opens its room at this moment. */
export interface AdmittedGuest {
  readonly id: string
  readonly companyId: string
  readonly company: string
  readonly room: { readonly id: string; readonly name: string }
  readonly name: string
  readonly role: Role
  readonly language: Language
  readonly validUntil: Date | null
}

/**
 * The guest whom a link admits. It looks at the directory each time: what is changed there holds at once.
 * @throws RequestError `link-unknown`, `no-entry`, `link-too-early`, `link-expired`
 */
export async function guestByLink(db: Db, claim: TokenClaim, now: Date): Promise<AdmittedGuest> {
  const guest = await db
    .selectFrom('guests')
    .innerJoin('rooms', (join) =>
      join
        .onRef('rooms.company_id', '=', 'guests.company_id')
        .onRef('rooms.id', '=', 'guests.room_id'),
    )
    .innerJoin('companies', 'companies.id', 'guests.company_id')
    .select([
      'guests.name',
      'guests.role',
      'guests.language',
      'guests.valid_from as validFrom',
      'guests.valid_until as validUntil',
      'companies.name as company',
      'rooms.id as roomId',
      'rooms.name as room',
    ])
    .where('guests.company_id', '=', claim.companyId)
    .where('guests.id', '=', claim.subjectId)
    .where('guests.issued_at', '=', claim.issuedAt)
    .executeTakeFirst()
  if (guest === undefined) throw new RequestError('link-unknown')
  const { validFrom, validUntil, roomId, room, ...rest } = guest
  if (!roleRights[guest.role].join) throw new RequestError('no-entry')
  if (validFrom !== null && now < validFrom) {
    throw new RequestError('link-too-early', { from: validFrom.toISOString() })
  }
  if (validUntil !== null && now >= validUntil) {
    throw new RequestError('link-expired', { until: validUntil.toISOString() })
  }
  const { companyId, subjectId: id } = claim
  return { ...rest, id, companyId, room: { id: roomId, name: room }, validUntil }
}
