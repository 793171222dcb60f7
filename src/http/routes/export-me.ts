import { personalData } from '../contract/me.ts'
import { callerOf } from '../guard.ts'
import { limitExports } from '../limit-exports.ts'
import { sendPersonalData } from '../send-personal-data.ts'
import type { Route } from '../route.ts'

/** All that is known about whoever asks. */
export const exportMe: Route = (server, services) => {
  const withinLimit = limitExports(server)
  server.get(
    '/me/data',
    {
      config: { act: 'export-me' },
      schema: {
        summary: 'All that is known about oneself',
        tags: ['access'],
        response: { 200: { content: { 'application/json': { schema: personalData } } } },
      },
    },
    async (request, reply) => {
      const { companyId, userId } = callerOf(request).actor
      await withinLimit(request)
      return await sendPersonalData(reply, services, { companyId, id: userId })
    },
  )
}
