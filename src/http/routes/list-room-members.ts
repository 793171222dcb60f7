import { listRoomMembers as list, roomMemberKeys } from '../../directory/list-room-members.ts'
import { roomMemberPage } from '../contract/directory.ts'
import { cutPage } from '../page.ts'
import { roomParams, roomRef } from '../room-request.ts'
import type { Route } from '../route.ts'
import { placeIn, searchQuery } from '../sorted-list.ts'

/**
 * Who has a role in a room, and why: the assigned first, then those by the default role. It shows users,
 * and needs what the list of users needs.
 */
export const listRoomMembers: Route = (server, { db }) => {
  server.get(
    '/rooms/:room/members',
    {
      config: { act: 'list-room-members' },
      schema: {
        summary: 'Who has a role in a room, and why',
        tags: ['directory'],
        params: roomParams,
        querystring: searchQuery,
        response: { 200: roomMemberPage },
      },
    },
    async (request) => {
      const { limit, cursor, search } = request.query
      const { companyId, id: roomId } = roomRef(request, request.params.room)
      const after = placeIn(cursor, roomMemberKeys)
      const found = await list(db, { companyId, roomId, search, after, limit: limit + 1 })
      const { entries, next } = cutPage(found.entries, limit, ({ place }) => place)
      return {
        members: [...entries],
        next,
        total: found.total,
        isMoreThanTotal: found.isMoreThanTotal,
      }
    },
  )
}
