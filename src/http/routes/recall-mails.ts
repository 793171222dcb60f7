import { recallMails as recall } from '../../mail/recall-mails.ts'
import { note } from '../audit/note.ts'
import { mailChoice, mailCount } from '../contract/mail.ts'
import { callerOf } from '../guard.ts'
import { choiceNote, mustHaveBatch } from '../mail-request.ts'
import type { Route } from '../route.ts'

/** Takes back mails that have not left; their links stay valid. */
export const recallMails: Route = (server, { db, engine }) => {
  server.post(
    '/mails/recall',
    {
      config: { act: 'recall-mails' },
      schema: {
        summary: 'Recall mails that have not left; their links stay valid',
        tags: ['directory'],
        body: mailChoice,
        response: { 200: mailCount },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const choice = request.body
      await mustHaveBatch(db, companyId, choice)
      const mails = await recall(db, companyId, choice)
      note(request, choiceNote(choice, mails))
      // Where mails are files, a delivery removes those of the recalled ones.
      engine.deliverSoon()
      return { mails }
    },
  )
}
