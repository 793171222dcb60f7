import { RequestError } from '../../domain/request-error.ts'
import { findMail } from '../../mail/find-mail.ts'
import { mailEntry } from '../../mail/mail-entry.ts'
import { queueTestMail } from '../../mail/outbox.ts'
import { note } from '../audit/note.ts'
import { mail } from '../contract/mail.ts'
import { callerOf } from '../guard.ts'
import { preferredLanguage } from '../preferred-language.ts'
import type { Route } from '../route.ts'
import { serialiseMail } from '../serialise-mail.ts'

/** Mails a test to whoever asks for it. */
export const sendTestMail: Route = (server, services) => {
  const { db, engine, now } = services
  server.post(
    '/mails/test',
    {
      config: { act: 'send-test-mail' },
      schema: {
        summary: 'Send a test mail to oneself',
        tags: ['directory'],
        response: { 202: mail },
      },
    },
    async (request, reply) => {
      if (!services.sendsMail) throw new RequestError('no-mail-server')
      const { companyId, userId, email: recipient, language } = callerOf(request).actor
      const test = { companyId, userId, recipient, language, now: now() }
      const id = await db.transaction().execute((tx) => queueTestMail(tx, test))
      note(request, { subject: { kind: 'mail', id } })
      engine.deliverSoon()
      const queued = mailEntry(await findMail(db, { companyId, id }))
      return reply.code(202).send(serialiseMail(queued, preferredLanguage(request)))
    },
  )
}
