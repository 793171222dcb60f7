import { z } from 'zod'
import { findLogo } from '../../directory/company-logo.ts'
import { RequestError } from '../../domain/request-error.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** The picture itself; it is what its bytes say, and browsers are told to believe nothing else. */
export const showLogo: Route = (server, { db }) => {
  const picture = { schema: z.unknown().describe('The logo.') }
  server.get(
    '/company/logo',
    {
      config: { act: 'show-logo' },
      schema: {
        summary: 'The company’s logo',
        tags: ['directory'],
        response: { 200: { content: { 'image/png': picture, 'image/jpeg': picture } } },
      },
    },
    async (request, reply) => {
      const logo = await findLogo(db, callerOf(request).actor.companyId)
      if (logo === undefined) throw new RequestError('no-logo')
      return reply.type(logo.type).send(logo.bytes)
    },
  )
}
