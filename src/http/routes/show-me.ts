import { me } from '../contract/me.ts'
import { callerOf } from '../guard.ts'
import { serialiseMe } from '../serialise-me.ts'
import type { Route } from '../route.ts'

/** Who calls, and what they may do. */
export const showMe: Route = (server) => {
  server.get(
    '/me',
    {
      config: { act: 'show-me' },
      schema: { summary: 'Who calls', tags: ['access'], response: { 200: me } },
    },
    (request) => serialiseMe(callerOf(request)),
  )
}
