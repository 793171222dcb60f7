import { listMyRooms as list, myRoomKeys } from '../../directory/my-rooms.ts'
import { myRoomPage } from '../contract/my-room.ts'
import { callerOf } from '../guard.ts'
import { cutPage } from '../page.ts'
import { serialiseMyRoom } from '../serialise-my-room.ts'
import { placeIn, searchQuery } from '../sorted-list.ts'
import type { Route } from '../route.ts'

/** The rooms that one may enter oneself. */
export const listMyRooms: Route = (server, { db }) => {
  server.get(
    '/my-rooms',
    {
      config: { act: 'list-my-rooms' },
      schema: {
        summary: 'The rooms that one may enter',
        tags: ['directory'],
        querystring: searchQuery,
        response: { 200: myRoomPage },
      },
    },
    async (request) => {
      const { search, cursor, limit } = request.query
      const { companyId, userId } = callerOf(request).actor
      const after = placeIn(cursor, myRoomKeys)
      const found = await list(db, { companyId, userId, search, after, limit: limit + 1 })
      const { entries, next } = cutPage(found.entries, limit, ({ place }) => place)
      return {
        rooms: entries.map(serialiseMyRoom),
        next,
        total: found.total,
        isMoreThanTotal: found.isMoreThanTotal,
      }
    },
  )
}
