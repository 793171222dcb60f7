import { z } from 'zod'
import { deleteLogo as removeLogo } from '../../directory/company-logo.ts'
import { RequestError } from '../../domain/request-error.ts'
import { note } from '../audit/note.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** The company’s mails bear its name alone again. */
export const deleteLogo: Route = (server, { db }) => {
  server.delete(
    '/company/logo',
    {
      config: { act: 'delete-logo' },
      schema: {
        summary: 'Remove the company’s logo',
        tags: ['directory'],
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { companyId } = callerOf(request).actor
      const wasThere = await removeLogo(db, companyId)
      if (!wasThere) throw new RequestError('no-logo')
      note(request, { subject: { kind: 'company', id: companyId } })
      return reply.code(204).send(null)
    },
  )
}
