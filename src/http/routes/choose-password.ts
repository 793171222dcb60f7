import { userAsCaller } from '../../access/find-caller.ts'
import { openPasswordLink } from '../../access/password-links/open-password-link.ts'
import { usePasswordLink } from '../../access/password-links/use-password-link.ts'
import { hashChosenPassword } from '../../access/passwords/hash-chosen-password.ts'
import { countsBy } from '../../access/sign-in/counts-by.ts'
import { forgiveAttempts } from '../../access/sign-in/forgive-attempts.ts'
import { changePerson } from '../../directory/change-person.ts'
import { emailKey } from '../../domain/email.ts'
import { RequestError } from '../../domain/request-error.ts'
import { note } from '../audit/note.ts'
import { me } from '../contract/me.ts'
import { passwordChoice } from '../contract/session.ts'
import { linkOf } from '../guard.ts'
import { openSession } from '../open-session.ts'
import { serialiseMe } from '../serialise-me.ts'
import type { Route } from '../route.ts'

/** Chooses a password by a link, and signs in: whoever reads the user's mails is the user. */
export const choosePassword: Route = (server, services) => {
  server.post(
    '/password-link',
    {
      config: { act: 'choose-password' },
      schema: {
        summary: 'Choose a password by a link',
        description:
          'Signs in: sets a cookie that no script can read. The link is used up, and all other sessions are over. Names and language are heeded with a first password only.',
        tags: ['access'],
        body: passwordChoice,
        response: { 201: me },
      },
    },
    async (request, reply) => {
      const { db, sealer, now } = services
      const claim = linkOf(request)
      const { companyId, subjectId: userId } = claim
      const { password, firstName, lastName, language } = request.body
      const { isFirst, until: _, ...known } = await openPasswordLink(db, claim, now())
      const person = {
        firstName: firstName ?? known.firstName,
        lastName: lastName ?? known.lastName,
        language: language ?? known.language,
      }
      const hash = await hashChosenPassword(password, { ...known, ...person })
      const caller = await db.transaction().execute(async (tx) => {
        await usePasswordLink(tx, claim, { hash, now: now() })
        if (isFirst) await changePerson(tx, { companyId, userId }, person)
        // Strangers who guessed are no reason to keep waiting who has proved themselves by their mails.
        const { subject } = countsBy(sealer).account(emailKey(known.email))
        await forgiveAttempts(tx, { all: [subject] }, now())
        const caller = await userAsCaller(tx, { companyId, userId })
        if (caller === undefined) throw new RequestError('link-unknown')
        await openSession(request, reply, { ...services, db: tx }, caller, 'link')
        return caller
      })
      note(request, { subject: { kind: 'user', id: userId } })
      return reply.code(201).send(serialiseMe(caller))
    },
  )
}
