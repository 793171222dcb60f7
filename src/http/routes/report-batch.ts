import { Readable } from 'node:stream'
import { z } from 'zod'
import { findBatch, mustHaveRows, type BatchRecord } from '../../directory/batches.ts'
import { reportRows } from '../../execute/report.ts'
import { batchParams, batchRef } from '../batch-request.ts'
import { fileTypes } from '../file-types.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { reportTable } from '../report/report-table.ts'
import { withMails } from '../report/with-mails.ts'
import { writeCsv } from '../report/write-csv.ts'
import { writeXlsx } from '../report/workbook/write-xlsx.ts'
import { stateQuery, statesOf } from '../row-filter.ts'
import type { Route } from '../route.ts'

const query = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  state: stateQuery,
})

/** What became of every row, as a file that can be corrected and brought again. */
export const reportBatch: Route = (server, { db }) => {
  server.get(
    '/batches/:batch/report',
    {
      config: { act: 'report-batch' },
      schema: {
        summary: 'Download the report',
        tags: ['batches'],
        params: batchParams,
        querystring: query,
        response: {
          200: {
            content: {
              [fileTypes.csv]: { schema: z.unknown().describe('The report.') },
              [fileTypes.xlsx]: { schema: z.unknown().describe('The report.') },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { format, state } = request.query
      const batch = await findBatch(db, batchRef(request, request.params.batch))
      mustHaveRows(batch)
      const hasMails = batch.startedAt !== null && batch.totals.mails > 0
      const table = reportTable(batch.mapping, preferredLanguage(request), hasMails)
      const rows = reportRows(db, batch, statesOf(state))
      const pages = hasMails ? withMails(db, batch, rows) : rows
      reply
        .type(fileTypes[format])
        .header('content-disposition', `attachment; filename="${fileName(batch)}.${format}"`)
        .serializer(String)
      const write = {
        csv: () => Readable.from(writeCsv(table, pages)),
        xlsx: () => writeXlsx(table, pages),
      }
      return reply.send(write[format]())
    },
  )
}

function fileName({ operation, createdAt }: BatchRecord): string {
  return `${operation}-${createdAt.toISOString().slice(0, 16).replace(/[T:]/g, '-')}-report`
}
