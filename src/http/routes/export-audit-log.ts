import { Readable } from 'node:stream'
import { z } from 'zod'
import { auditQuery } from '../audit/audit-query.ts'
import { writeAuditCsv } from '../audit/write-audit-csv.ts'
import { fileTypes } from '../file-types.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** The whole audit log, or what of it is asked for, as a file. */
export const exportAuditLog: Route = (server, { db, now }) => {
  server.get(
    '/audit-log/export',
    {
      config: { act: 'export-audit-log' },
      schema: {
        summary: 'Download the audit log',
        tags: ['access'],
        querystring: auditQuery,
        response: {
          200: { content: { [fileTypes.csv]: { schema: z.unknown().describe('The log.') } } },
        },
      },
    },
    (request, reply) => {
      const { companyId } = callerOf(request).actor
      const name = `audit-log-${now().toISOString().slice(0, 10)}.csv`
      return reply
        .type(fileTypes.csv)
        .header('content-disposition', `attachment; filename="${name}"`)
        .serializer(String)
        .send(Readable.from(writeAuditCsv(db, { companyId, ...request.query })))
    },
  )
}
