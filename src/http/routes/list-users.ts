import { listUsers as list, userSorts } from '../../directory/list-users.ts'
import { userPage } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { cutPage } from '../page.ts'
import { sortedCursor, sortedPlace, sortedQuery } from '../sorted-list.ts'
import type { Route } from '../route.ts'

/** Users, searched by address and names. */
export const listUsers: Route = (server, { db }) => {
  server.get(
    '/users',
    {
      config: { act: 'list-users' },
      schema: {
        summary: 'Users, searched by address and names',
        tags: ['directory'],
        querystring: sortedQuery(userSorts),
        response: { 200: userPage },
      },
    },
    async (request) => {
      const { query } = request
      const { companyId } = callerOf(request).actor
      const after = sortedPlace(query, userSorts)
      const found = await list(db, { ...query, companyId, after, limit: query.limit + 1 })
      const { entries, next } = cutPage(found.entries, query.limit, ({ place }) =>
        sortedCursor(query, place),
      )
      const users = entries.map((user) => ({
        ...user,
        permissions: [...user.permissions],
        rooms: [...user.rooms],
      }))
      return { users, next, total: found.total, isMoreThanTotal: found.isMoreThanTotal }
    },
  )
}
