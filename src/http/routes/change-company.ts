import type { FastifyRequest } from 'fastify'
import { changeCompany as change } from '../../directory/change-company.ts'
import { findCompany } from '../../directory/find-company.ts'
import { describeProblem } from '../../domain/describe-problem.ts'
import { parseEmail } from '../../domain/email.ts'
import { problem } from '../../domain/problem.ts'
import { RequestError } from '../../domain/request-error.ts'
import { holdMails } from '../../mail/hold-mails.ts'
import { note } from '../audit/note.ts'
import { company, companyChange } from '../contract/company.ts'
import { callerOf } from '../guard.ts'
import { preferredLanguage } from '../preferred-language.ts'
import type { Route } from '../route.ts'

/**
 * The company's settings; what is not said stays. Names of companies are unique, so that nobody can invite people in
 * another's name, and whoever is refused one learns that it is taken: so only a few can be tried.
 */
export const changeCompany: Route = (server, { db }) => {
  const renames = server.createRateLimit({
    max: 10,
    timeWindow: 3_600_000,
    keyGenerator: (request) => callerOf(request).actor.companyId,
  })
  server.patch(
    '/company',
    {
      config: { act: 'change-company' },
      schema: {
        summary: 'Change the company',
        tags: ['directory'],
        body: companyChange,
        response: { 200: company },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const { name, holdsMails } = request.body
      const replyTo = readReplyTo(request, request.body.replyTo)
      if (name !== undefined) await withinLimit(request, renames)
      const held = await db.transaction().execute(async (tx) => {
        await change(tx, companyId, { ...request.body, replyTo })
        return holdsMails === true ? await holdMails(tx, companyId) : null
      })
      const changed = Object.keys(request.body)
      note(request, {
        subject: { kind: 'company', id: companyId },
        details: held === null ? { changed } : { changed, held },
      })
      return await findCompany(db, companyId)
    },
  )
}

function readReplyTo(
  request: FastifyRequest,
  replyTo: string | null | undefined,
): string | null | undefined {
  if (replyTo === undefined || replyTo === null) return replyTo
  const email = parseEmail(replyTo)
  if (email !== undefined) return email.text
  const invalid = problem('invalid-email', 'email', { value: replyTo })
  const reason = describeProblem(invalid, preferredLanguage(request))
  throw new RequestError('invalid-request', { reason })
}

async function withinLimit(
  request: FastifyRequest,
  renames: ReturnType<FastifyRequest['server']['createRateLimit']>,
): Promise<void> {
  const limit = await renames(request)
  if (limit.isAllowed || !limit.isExceeded) return
  throw new RequestError('too-many-requests', { seconds: limit.ttlInSeconds })
}
