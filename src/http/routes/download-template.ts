import { z } from 'zod'
import { roomNames } from '../../directory/room-names.ts'
import { languages } from '../../domain/language.ts'
import { operationNamed } from '../../operations/index.ts'
import { fileTypes } from '../file-types.ts'
import { callerOf } from '../guard.ts'
import { preferredLanguage } from '../preferred-language.ts'
import type { Route } from '../route.ts'
import type { Template } from '../template/template.ts'
import { writeCsvTemplate } from '../template/write-csv-template.ts'
import { writeXlsxTemplate } from '../template/write-xlsx-template.ts'

const query = z.object({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(languages).optional().describe('The reader’s, unless it is said.'),
})

/** A file to fill in: the columns of an operation, and in a workbook its help and choices. */
export const downloadTemplate: Route = (server, { db }) => {
  server.get(
    '/operations/:operation/template',
    {
      // Its choices name the company's rooms.
      config: { act: 'download-template' },
      schema: {
        summary: 'Download a template',
        tags: ['operations'],
        params: z.object({ operation: z.string() }),
        querystring: query,
        response: {
          200: {
            content: {
              [fileTypes.xlsx]: { schema: z.unknown().describe('The template.') },
              [fileTypes.csv]: { schema: z.unknown().describe('The template.') },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { format, language = preferredLanguage(request) } = request.query
      const { companyId } = callerOf(request).actor
      const operation = operationNamed(request.params.operation)
      const rooms = await roomNames(db, { companyId, limit: mostRooms })
      const file = await write[format]({ operation, language, rooms })
      return reply
        .type(fileTypes[format])
        .header(
          'content-disposition',
          `attachment; filename="${fileName(operation.name, language)}.${format}"`,
        )
        .send(file)
    },
  )
}

// Nobody chooses from a longer list; the names of all rooms are understood all the same.
const mostRooms = 10_000

const write = {
  xlsx: async (template: Template) => Buffer.from(await writeXlsxTemplate(template)),
  csv: (template: Template) => Buffer.from(writeCsvTemplate(template)),
}

function fileName(operation: string, language: Template['language']): string {
  return `${operation}-${{ en: 'template', de: 'vorlage' }[language]}`
}
