import { listRooms as list, roomSorts } from '../../directory/list-rooms.ts'
import { roomPage } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { cutPage } from '../page.ts'
import { sortedCursor, sortedPlace, sortedQuery } from '../sorted-list.ts'
import type { Route } from '../route.ts'

/** Rooms, searched by name. */
export const listRooms: Route = (server, { db }) => {
  server.get(
    '/rooms',
    {
      config: { act: 'list-rooms' },
      schema: {
        summary: 'Rooms, searched by name',
        tags: ['directory'],
        querystring: sortedQuery(roomSorts),
        response: { 200: roomPage },
      },
    },
    async (request) => {
      const { query } = request
      const { companyId } = callerOf(request).actor
      const after = sortedPlace(query, roomSorts)
      const found = await list(db, { ...query, companyId, after, limit: query.limit + 1 })
      const { entries, next } = cutPage(found.entries, query.limit, ({ place }) =>
        sortedCursor(query, place),
      )
      return {
        rooms: [...entries],
        next,
        total: found.total,
        isMoreThanTotal: found.isMoreThanTotal,
      }
    },
  )
}
