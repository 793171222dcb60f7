import { z } from 'zod'
import { listUsers as list } from '../../directory/list-users.ts'
import { userPage } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import type { Route } from '../route.ts'

/** Users by address. */
export const listUsers: Route = (server, { db }) => {
  server.get(
    '/users',
    {
      config: { permission: 'list-all-users' },
      schema: {
        summary: 'Users by address',
        tags: ['directory'],
        querystring: pageQuery,
        response: { 200: userPage },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const { limit, cursor } = request.query
      const [after] = readCursor(cursor, place) ?? []
      const found = await list(db, { companyId, limit: limit + 1, after })
      const { entries, next } = cutPage(found, limit, ({ emailKey }) => [emailKey])
      const users = entries.map((user) => ({
        ...user,
        permissions: [...user.permissions],
        rooms: [...user.rooms],
      }))
      return { users, next }
    },
  )
}

const place = z.tuple([z.string()])
