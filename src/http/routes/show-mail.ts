import { showMail as show } from '../../mail/show-mail.ts'
import { mailContent } from '../contract/mail.ts'
import { mailKey, mailParams } from '../mail-request.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { serialiseMail } from '../serialise-mail.ts'
import type { Route } from '../route.ts'

/** A mail as its recipient gets it, with its links. */
export const showMail: Route = (server, { db, mailFrom, links, now }) => {
  server.get(
    '/mails/:mail',
    {
      config: { act: 'show-mail' },
      schema: {
        summary: 'A mail as its recipient gets it',
        tags: ['directory'],
        params: mailParams,
        response: { 200: mailContent },
      },
    },
    async (request) => {
      const key = mailKey(request, request.params.mail)
      const mail = await show(db, key, { from: mailFrom, links, now: now() })
      const { from, html, text } = mail
      const shown = serialiseMail(mail, preferredLanguage(request))
      return { ...shown, from, html, text, links: [...mail.links] }
    },
  )
}
