import { findInvitation } from '../../access/invitation/find-invitation.ts'
import { mustBeOpen } from '../../access/invitation/judge-invitation.ts'
import { invitationEnd } from '../../domain/invitation.ts'
import { invitation } from '../contract/invitation.ts'
import { linkOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** What the page of an invitation shows: who invites whom, and to which rooms. */
export const showInvitation: Route = (server, { db, now }) => {
  server.get(
    '/invitation',
    {
      config: { act: 'show-invitation' },
      schema: {
        summary: 'An invitation',
        tags: ['access'],
        response: { 200: invitation },
      },
    },
    async (request) => {
      const claim = linkOf(request)
      const open = mustBeOpen(await findInvitation(db, claim), claim, now())
      const { company, inviter, email, firstName, lastName, language, rooms } = open
      const until = invitationEnd(open.issuedAt).toISOString()
      return { company, inviter, email, firstName, lastName, language, until, rooms: [...rooms] }
    },
  )
}
