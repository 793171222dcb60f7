import { z } from 'zod'
import { listGuests as list, type GuestEntry } from '../../directory/list-guests.ts'
import type { Links } from '../../directory/links.ts'
import { guestPage, type Guest } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import type { Route } from '../route.ts'

/** Guests by address and room, with their links. */
export const listGuests: Route = (server, { db, links }) => {
  server.get(
    '/guests',
    {
      config: { permission: 'administrate-rooms' },
      schema: {
        summary: 'Guests by address and room, with their links',
        tags: ['directory'],
        querystring: pageQuery,
        response: { 200: guestPage },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const { limit, cursor } = request.query
      const [emailKey, room] = readCursor(cursor, place) ?? []
      const after = emailKey === undefined || room === undefined ? undefined : { emailKey, room }
      const found = await list(db, { companyId, limit: limit + 1, after })
      const { entries, next } = cutPage(found, limit, (guest) => [guest.emailKey, guest.room])
      return { guests: entries.map((guest) => serialise(guest, companyId, links)), next }
    },
  )
}

const place = z.tuple([z.string(), z.string()])

function serialise(entry: GuestEntry, companyId: string, links: Links): Guest {
  const { id, email, name, room, role, language } = entry
  return {
    id,
    email,
    name,
    room,
    role,
    language,
    link: links.guest(companyId, id, entry.issuedAt),
    validFrom: entry.validFrom?.toISOString() ?? null,
    validUntil: entry.validUntil?.toISOString() ?? null,
    mailedAt: entry.mailedAt?.toISOString() ?? null,
  }
}
