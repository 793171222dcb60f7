import { z } from 'zod'
import { listMails as list } from '../../mail/list-mails.ts'
import { mail, mailPage } from '../contract/mail.ts'
import { callerOf } from '../guard.ts'
import { cutPage, readCursor } from '../page.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { serialiseMail } from '../serialise-mail.ts'
import { searchQuery } from '../sorted-list.ts'
import type { Route } from '../route.ts'

const mailQuery = searchQuery.extend({
  state: mail.shape.state.optional(),
  kind: mail.shape.kind.optional(),
  batch: z.uuid().optional(),
})

/** The outbox, the newest first; the links of the mails are not in it. */
export const listMails: Route = (server, { db }) => {
  server.get(
    '/mails',
    {
      config: { act: 'list-mails' },
      schema: {
        summary: 'Mails, the newest first, searched by recipient',
        tags: ['directory'],
        querystring: mailQuery,
        response: { 200: mailPage },
      },
    },
    async (request) => {
      const { limit, cursor, ...query } = request.query
      const { companyId } = callerOf(request).actor
      const [after] = readCursor(cursor, place) ?? []
      const found = await list(db, { ...query, companyId, limit: limit + 1, after })
      const { entries, next } = cutPage(found.entries, limit, ({ id }) => [id])
      const language = preferredLanguage(request)
      const mails = entries.map((entry) => serialiseMail(entry, language))
      return { mails, next, total: found.total }
    },
  )
}

const place = z.tuple([z.uuid()])
