import { hashChosenPassword } from '../../access/passwords/hash-chosen-password.ts'
import { makeFirstCompany } from '../../access/set-up/make-first-company.ts'
import { openSetUpLink } from '../../access/set-up/open-set-up-link.ts'
import { me } from '../contract/me.ts'
import { setUp as setUpBody } from '../contract/session.ts'
import { linkOf } from '../guard.ts'
import { openSession } from '../open-session.ts'
import { serialiseMe } from '../serialise-me.ts'
import type { Route } from '../route.ts'

/** Makes the first company, and whoever holds the link its administrator, who is in at once. */
export const setUp: Route = (server, services) => {
  server.post(
    '/set-up',
    {
      config: { act: 'set-up' },
      schema: {
        summary: 'Make the first company',
        description: 'Signs in: sets a cookie that no script can read.',
        tags: ['access'],
        body: setUpBody,
        response: { 201: me },
      },
    },
    async (request, reply) => {
      const { db, now } = services
      await openSetUpLink(db, linkOf(request), now())
      const { password, ...said } = request.body
      const hash = await hashChosenPassword(password, said)
      const caller = await db.transaction().execute(async (tx) => {
        const caller = await makeFirstCompany(tx, { ...said, hash, now: now() })
        await openSession(request, reply, { ...services, db: tx }, caller, 'link')
        return caller
      })
      return reply.code(201).send(serialiseMe(caller))
    },
  )
}
