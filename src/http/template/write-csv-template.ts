import { csvHeader } from '../report/csv-record.ts'
import { titlesOf, type Template } from './template.ts'

/** A CSV file to fill in. It has its header only: whoever uploads it as it is must not execute an example. */
export function writeCsvTemplate(template: Template): string {
  return csvHeader(titlesOf(template), delimiters[template.language])
}

// As the spreadsheet programs of people with that language expect it.
const delimiters = { en: ',', de: ';' } as const
