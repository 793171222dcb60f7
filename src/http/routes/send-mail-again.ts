import { findMail } from '../../mail/find-mail.ts'
import { mailEntry } from '../../mail/mail-entry.ts'
import { sendAgain } from '../../mail/send-again.ts'
import { mail } from '../contract/mail.ts'
import { mailKey, mailParams } from '../mail-request.ts'
import { preferredLanguage } from '../preferred-language.ts'
import type { Route } from '../route.ts'
import { serialiseMail } from '../serialise-mail.ts'

/** Sends a mail once more that failed, was withdrawn, or may or may not have left. */
export const sendMailAgain: Route = (server, { db, engine, links, now }) => {
  server.post(
    '/mails/:mail/again',
    {
      config: { act: 'send-mail-again' },
      schema: {
        summary: 'Send a mail once more',
        tags: ['directory'],
        params: mailParams,
        response: { 200: mail },
      },
    },
    async (request) => {
      const key = mailKey(request, request.params.mail)
      await sendAgain(db, key, { links, now: now() })
      engine.deliverSoon()
      return serialiseMail(mailEntry(await findMail(db, key)), preferredLanguage(request))
    },
  )
}
