import type { Links } from '../directory/links.ts'
import type { GuestEntry } from '../directory/list-guests.ts'
import type { Guest } from './contract/directory.ts'

/** A guest as the API shows them, with their link. */
export function serialiseGuest(entry: GuestEntry, companyId: string, links: Links): Guest {
  const { id, email, name, room, roomId, role, language } = entry
  return {
    id,
    email,
    name,
    room,
    roomId,
    role,
    language,
    link: links.guest(companyId, id, entry.issuedAt),
    validFrom: entry.validFrom?.toISOString() ?? null,
    validUntil: entry.validUntil?.toISOString() ?? null,
    mailedAt: entry.mailedAt?.toISOString() ?? null,
  }
}
