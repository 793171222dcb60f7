import { authenticate } from '../../access/authenticate.ts'
import { issuePasswordLink } from '../../access/password-links/issue-password-link.ts'
import { passwordLinkLife } from '../../domain/password-link-life.ts'
import { RequestError } from '../../domain/request-error.ts'
import { note } from '../audit/note.ts'
import { handedLink, passwordLinkWish } from '../contract/session.ts'
import { readCredentials } from '../read-credentials.ts'
import type { Route } from '../route.ts'

/** A link to choose a password, for whoever runs the server to hand over; it replaces every earlier one. */
export const createPasswordLink: Route = (server, services) => {
  server.post(
    '/installation/password-links',
    {
      config: { act: 'create-password-link' },
      schema: {
        summary: 'A link with which a user chooses a password',
        description: 'Of the company in the header Roster-Company, else of the first.',
        tags: ['access'],
        body: passwordLinkWish,
        response: { 201: handedLink },
      },
    },
    async (request, reply) => {
      const { db, links, now } = services
      const { email } = request.body
      const issuedAt = now()
      const credentials = { ...readCredentials(request), as: email }
      const { actor } = await authenticate(credentials, { ...services, now: issuedAt })
      const { companyId, userId } = actor
      const expiresAt = new Date(issuedAt.getTime() + passwordLinkLife.printed)
      if (!(await issuePasswordLink(db, { companyId, userId, issuedAt, expiresAt }))) {
        throw new RequestError('not-active-yet', { email: actor.email })
      }
      note(request, { companyId, subject: { kind: 'user', id: userId } })
      return reply.code(201).send({ link: links.password(companyId, userId, issuedAt) })
    },
  )
}
