import { z } from 'zod'
import { findInvitation } from '../../access/invitation/find-invitation.ts'
import { mustBePending } from '../../access/invitation/judge-invitation.ts'
import { lockUsers } from '../../directory/lock-users.ts'
import { renewInvitation as renew } from '../../mail/renew-invitation.ts'
import { note } from '../audit/note.ts'
import { linkOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Who has an old link gets the one that opens, at the address that was invited and nowhere else. */
export const renewInvitation: Route = (server, { db, engine, now }) => {
  server.post(
    '/invitation/renewal',
    {
      config: { act: 'renew-invitation' },
      schema: {
        summary: 'Ask for a new invitation',
        description: 'With an expired or replaced link. At most one mail leaves in an hour.',
        tags: ['access'],
        response: { 202: z.object({}) },
      },
    },
    async (request, reply) => {
      const claim = linkOf(request)
      const { companyId, subjectId: id } = claim
      await db.transaction().execute(async (tx) => {
        await lockUsers({ tx, companyId }, [id])
        await renew(tx, mustBePending(await findInvitation(tx, claim)), now())
      })
      engine.deliverSoon()
      note(request, { companyId, actor: { kind: 'user', id }, subject: { kind: 'user', id } })
      return reply.code(202).send({})
    },
  )
}
