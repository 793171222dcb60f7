import { issueInvitations } from '../../directory/issue-invitations.ts'
import { lockUsers } from '../../directory/lock-users.ts'
import { mustBeInvited } from '../../directory/must-be-invited.ts'
import { mailInvitation } from '../../mail/mail-invitation.ts'
import { note } from '../audit/note.ts'
import { userDetail } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { showUser, userParams, userRef } from '../user-request.ts'
import type { Route } from '../route.ts'

/** A new invitation, whatever the age of the one before: its link is dead, and its mail does not leave any more. */
export const inviteAgain: Route = (server, services) => {
  const { db, engine, now } = services
  server.post(
    '/users/:user/invitation',
    {
      config: { act: 'invite-again' },
      schema: {
        summary: 'Invite a user again who has not come yet',
        tags: ['directory'],
        params: userParams,
        response: { 201: userDetail },
      },
    },
    async (request, reply) => {
      const { companyId, id: userId } = userRef(request, request.params.user)
      const { userId: issuedBy } = callerOf(request).actor
      const at = now()
      await db.transaction().execute(async (tx) => {
        await lockUsers({ tx, companyId }, [userId])
        await mustBeInvited(tx, { companyId, id: userId })
        await issueInvitations({ tx, companyId, now: at, issuedBy }, [userId])
        await mailInvitation(tx, { companyId, userId, now: at })
      })
      engine.deliverSoon()
      note(request, { subject: { kind: 'user', id: userId } })
      return reply.code(201).send(await showUser(request, services, { companyId, id: userId }))
    },
  )
}
