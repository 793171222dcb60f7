import { z } from 'zod'
import { RequestError } from '../../domain/request-error.ts'
import { showMail as show } from '../../mail/show-mail.ts'
import { mailContent } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { serialiseMail } from '../serialise-mail.ts'
import type { Route } from '../route.ts'

/** A mail as its recipient gets it, with its links. */
export const showMail: Route = (server, { db, mailFrom, links, now }) => {
  server.get(
    '/mails/:mail',
    {
      config: { permission: 'manage-company-settings' },
      schema: {
        summary: 'A mail as its recipient gets it',
        tags: ['directory'],
        params: z.object({ mail: z.string() }),
        response: { 200: mailContent },
      },
    },
    async (request) => {
      const { mail: id } = request.params
      if (!z.uuid().safeParse(id).success) throw new RequestError('mail-not-found', { mail: id })
      const { companyId } = callerOf(request).actor
      const mail = await show(db, { companyId, id }, { from: mailFrom, links, now: now() })
      const { from, html, text } = mail
      return { ...serialiseMail(mail), from, html, text, links: [...mail.links] }
    },
  )
}
