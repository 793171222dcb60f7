import { sql } from 'kysely'
import { z } from 'zod'
import { deleteGuest as deleteFromDirectory } from '../../directory/delete-guest.ts'
import { lockGuest } from '../../directory/lock-guest.ts'
import { retryConflicts } from '../../directory/retry-conflicts.ts'
import { withdrawGuestLinks } from '../../mail/withdraw-guest-links.ts'
import { note } from '../audit/note.ts'
import { untilGone } from '../batch-request.ts'
import { guestParams, guestRef } from '../guest-request.ts'
import type { Route } from '../route.ts'

/** A guest goes, and their link with them; mails that have not left do not bring it. */
export const deleteGuest: Route = (server, { db }) => {
  server.delete(
    '/guests/:guest',
    {
      config: { act: 'delete-guest' },
      schema: {
        summary: 'Delete a guest',
        tags: ['directory'],
        params: guestParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const ref = guestRef(request, request.params.guest)
      const areGone = sql<boolean>`guests.id = ${ref.id}`
      const act = () =>
        db.transaction().execute(async (tx) => {
          await lockGuest(tx, ref)
          await withdrawGuestLinks(tx, { companyId: ref.companyId, areGone })
          await deleteFromDirectory(tx, ref)
        })
      await retryConflicts(act, { signal: untilGone(reply), mostTries: 5 })
      note(request, { subject: { kind: 'guest', id: ref.id } })
      return reply.code(204).send(null)
    },
  )
}
