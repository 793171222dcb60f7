import { z } from 'zod'
import { guestSorts, listGuests as list } from '../../directory/list-guests.ts'
import { guestPage } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { cutPage } from '../page.ts'
import { serialiseGuest } from '../serialise-guest.ts'
import { sortedCursor, sortedPlace, sortedQuery } from '../sorted-list.ts'
import type { Route } from '../route.ts'

const guestQuery = sortedQuery(guestSorts).extend({
  room: z.uuid().optional().describe('Only the guests of the room with this id.'),
})

/** Guests, searched by address, name and room, with their links. */
export const listGuests: Route = (server, { db, links }) => {
  server.get(
    '/guests',
    {
      config: { act: 'list-guests' },
      schema: {
        summary: 'Guests with their links, searched by address, name and room',
        tags: ['directory'],
        querystring: guestQuery,
        response: { 200: guestPage },
      },
    },
    async (request) => {
      const { room: roomId, ...query } = request.query
      const { companyId } = callerOf(request).actor
      const after = sortedPlace(query, guestSorts)
      const found = await list(db, { ...query, companyId, roomId, after, limit: query.limit + 1 })
      const { entries, next } = cutPage(found.entries, query.limit, ({ place }) =>
        sortedCursor(query, place),
      )
      const guests = entries.map((guest) => serialiseGuest(guest, companyId, links))
      return { guests, next, total: found.total, isMoreThanTotal: found.isMoreThanTotal }
    },
  )
}
