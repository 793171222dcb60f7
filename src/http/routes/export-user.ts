import { personalData } from '../contract/me.ts'
import { limitExports } from '../limit-exports.ts'
import { sendPersonalData } from '../send-personal-data.ts'
import { userParams, userRef } from '../user-request.ts'
import type { Route } from '../route.ts'

/** All that is known about a user, for whoever has to tell them. */
export const exportUser: Route = (server, services) => {
  const withinLimit = limitExports(server)
  server.get(
    '/users/:user/data',
    {
      config: { act: 'export-user' },
      schema: {
        summary: 'All that is known about a user',
        tags: ['directory'],
        params: userParams,
        response: { 200: { content: { 'application/json': { schema: personalData } } } },
      },
    },
    async (request, reply) => {
      await withinLimit(request)
      return await sendPersonalData(reply, services, userRef(request, request.params.user))
    },
  )
}
