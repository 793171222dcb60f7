import { z } from 'zod'
import { mustKnowPassword } from '../../access/passwords/must-know-password.ts'
import { hashChosenPassword } from '../../access/passwords/hash-chosen-password.ts'
import { passwordMustStand } from '../../access/passwords/password-must-stand.ts'
import { storePassword } from '../../access/passwords/store-password.ts'
import { countAttempt } from '../../access/sign-in/count-attempt.ts'
import { countsBy } from '../../access/sign-in/counts-by.ts'
import { forgiveAttempts } from '../../access/sign-in/forgive-attempts.ts'
import { note } from '../audit/note.ts'
import { passwordChange } from '../contract/session.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Another password for oneself. All other sessions are over. */
export const changePassword: Route = (server, { db, sealer, now }) => {
  server.put(
    '/me/password',
    {
      config: { act: 'change-password' },
      schema: {
        summary: 'Change one’s own password',
        description: 'All other sessions end. A key never chooses a first password.',
        tags: ['access'],
        body: passwordChange,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { actor, firstName, lastName, company } = caller
      const { companyId, userId, email } = actor
      const { current, password } = request.body
      const count = countsBy(sealer).ownPassword(userId)
      await countAttempt(db, [count], now())
      const chosenAt = await mustKnowPassword(db, caller, current)
      await forgiveAttempts(db, { all: [count.subject] }, now())
      const owner = { email, firstName, lastName, company: company.name }
      const hash = await hashChosenPassword(password, owner)
      const chosen = { companyId, userId, hash, now: now(), keptSession: caller.sessionId }
      await db.transaction().execute(async (tx) => {
        await passwordMustStand(tx, caller.actor, chosenAt)
        await storePassword(tx, chosen)
      })
      note(request, { subject: { kind: 'user', id: userId } })
      return reply.code(204).send(null)
    },
  )
}
