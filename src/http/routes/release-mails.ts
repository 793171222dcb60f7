import { releaseMails as release } from '../../mail/release-mails.ts'
import { note } from '../audit/note.ts'
import { mailChoice, mailCount } from '../contract/mail.ts'
import { callerOf } from '../guard.ts'
import { choiceNote, mustHaveBatch } from '../mail-request.ts'
import type { Route } from '../route.ts'

/** Lets mails leave that are held. */
export const releaseMails: Route = (server, { db, engine, now }) => {
  server.post(
    '/mails/release',
    {
      config: { act: 'release-mails' },
      schema: {
        summary: 'Release held mails',
        tags: ['directory'],
        body: mailChoice,
        response: { 200: mailCount },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const choice = request.body
      await mustHaveBatch(db, companyId, choice)
      const mails = await release(db, companyId, { choice, now: now() })
      note(request, choiceNote(choice, mails))
      engine.deliverSoon()
      return { mails }
    },
  )
}
