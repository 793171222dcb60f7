import { me } from '../contract/me.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Who calls, and what they may do. */
export const showMe: Route = (server) => {
  server.get(
    '/me',
    {
      config: { permission: 'signed-in' },
      schema: { summary: 'Who calls', tags: ['access'], response: { 200: me } },
    },
    (request) => {
      const { actor, company, permissions } = callerOf(request)
      const { email, language } = actor
      return { email, company, language, permissions: [...permissions] }
    },
  )
}
