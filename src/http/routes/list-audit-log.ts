import { listAuditLog as list } from '../../directory/list-audit-log.ts'
import { z } from 'zod'
import { auditQuery } from '../audit/audit-query.ts'
import { serialiseAuditEntry } from '../audit/serialise-audit-entry.ts'
import { auditPage } from '../contract/audit.ts'
import { callerOf } from '../guard.ts'
import { cutPage, pageQuery, readCursor } from '../page.ts'
import type { Route } from '../route.ts'

/** Who did what, the newest first. */
export const listAuditLog: Route = (server, { db }) => {
  server.get(
    '/audit-log',
    {
      config: { act: 'list-audit-log' },
      schema: {
        summary: 'The audit log, the newest first',
        tags: ['access'],
        querystring: auditQuery.extend(pageQuery.shape),
        response: { 200: auditPage },
      },
    },
    async (request) => {
      const { cursor, limit, ...asked } = request.query
      const { companyId } = callerOf(request).actor
      const [after] = readCursor(cursor, z.tuple([z.uuid()])) ?? []
      const found = await list(db, { companyId, ...asked, after, limit: limit + 1 })
      const { entries, next } = cutPage(found, limit, ({ id }) => [id])
      return { entries: entries.map(serialiseAuditEntry), next }
    },
  )
}
