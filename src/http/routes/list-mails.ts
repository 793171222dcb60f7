import { z } from 'zod'
import { listMails as list } from '../../mail/list-mails.ts'
import { mailPage } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import type { Route } from '../route.ts'

/** The outbox, the newest first; the links of the mails are not in it. */
export const listMails: Route = (server, { db }) => {
  server.get(
    '/mails',
    {
      config: { permission: 'manage-company-settings' },
      schema: {
        summary: 'Mails, the newest first',
        tags: ['directory'],
        querystring: pageQuery,
        response: { 200: mailPage },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const { limit, cursor } = request.query
      const [after] = readCursor(cursor, place) ?? []
      const found = await list(db, { companyId, limit: limit + 1, after })
      const { entries, next } = cutPage(found, limit, ({ id }) => [id])
      const mails = entries.map((mail) => ({
        ...mail,
        rooms: [...mail.rooms],
        createdAt: mail.createdAt.toISOString(),
      }))
      return { mails, next }
    },
  )
}

const place = z.tuple([z.uuid()])
