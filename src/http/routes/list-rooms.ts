import { z } from 'zod'
import { listRooms as list } from '../../directory/list-rooms.ts'
import { roomPage } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import type { Route } from '../route.ts'

/** Rooms by name. */
export const listRooms: Route = (server, { db }) => {
  server.get(
    '/rooms',
    {
      config: { permission: 'list-all-rooms' },
      schema: {
        summary: 'Rooms by name',
        tags: ['directory'],
        querystring: pageQuery,
        response: { 200: roomPage },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const { limit, cursor } = request.query
      const [after] = readCursor(cursor, place) ?? []
      const found = await list(db, { companyId, limit: limit + 1, after })
      const { entries, next } = cutPage(found, limit, ({ name }) => [name])
      return { rooms: [...entries], next }
    },
  )
}

const place = z.tuple([z.string()])
