import { userDetail } from '../contract/directory.ts'
import { showUser as show, userParams, userRef } from '../user-request.ts'
import type { Route } from '../route.ts'

/** A user, with what lets them in and what may be granted. */
export const showUser: Route = (server, services) => {
  server.get(
    '/users/:user',
    {
      config: { act: 'show-user' },
      schema: {
        summary: 'A user',
        tags: ['directory'],
        params: userParams,
        response: { 200: userDetail },
      },
    },
    (request) => show(request, services, userRef(request, request.params.user)),
  )
}
