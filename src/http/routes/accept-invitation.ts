import { acceptInvitation as accept } from '../../access/invitation/accept-invitation.ts'
import { findInvitation } from '../../access/invitation/find-invitation.ts'
import { mustBeOpen } from '../../access/invitation/judge-invitation.ts'
import { hashChosenPassword } from '../../access/passwords/hash-chosen-password.ts'
import { visibleText } from '../../directory/visible-text.ts'
import { note } from '../audit/note.ts'
import { invitationAcceptance } from '../contract/invitation.ts'
import { me } from '../contract/me.ts'
import { linkOf } from '../guard.ts'
import { openSession } from '../open-session.ts'
import { serialiseMe } from '../serialise-me.ts'
import type { Route } from '../route.ts'

/** An invited person says who they are, chooses a password, and is in. */
export const acceptInvitation: Route = (server, services) => {
  server.post(
    '/invitation',
    {
      config: { act: 'accept-invitation' },
      schema: {
        summary: 'Accept an invitation',
        description: 'Signs in: sets a cookie that no script can read. The link is used up.',
        tags: ['access'],
        body: invitationAcceptance,
        response: { 201: me },
      },
    },
    async (request, reply) => {
      const { db, now } = services
      const claim = linkOf(request)
      const { password, language } = request.body
      const firstName = visibleText(request.body.firstName)
      const lastName = visibleText(request.body.lastName)
      const { email, company } = mustBeOpen(await findInvitation(db, claim), claim, now())
      const owner = { email, company, firstName, lastName }
      const passwordHash = await hashChosenPassword(password, owner)
      const accepted = { firstName, lastName, language, passwordHash, now: now() }
      const caller = await db.transaction().execute(async (tx) => {
        const caller = await accept(tx, claim, accepted)
        await openSession(request, reply, { ...services, db: tx }, caller, 'link')
        return caller
      })
      const { companyId, subjectId: id } = claim
      note(request, { companyId, actor: { kind: 'user', id }, subject: { kind: 'user', id } })
      return reply.code(201).send(serialiseMe(caller))
    },
  )
}
