import type { SourceRow } from '../../domain/table.ts'
import { numberText } from './number-text.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'
import { buildRows } from './row-builder.ts'

type Attributes = Readonly<Record<string, string>>

/** Elements within a cell, or beside the rows, whose texts are not the cell's. */
const asides = new Set(['annotation', 'frame', 'shapes', 'custom-shape', 'g', 'ruby-text'])

/**
 * The rows of the sheet with this index. Rows and cells that the document declares as repeated are repeated only
 * as they are read; a million empty ones, as every document has at its end, are a number.
 */
export async function* odsRows(
  archive: Archive,
  sheetIndex: number,
): AsyncGenerator<Iterable<SourceRow>> {
  let batch: { row: SourceRow; repeat: number }[] = []
  let sheet = -1
  let depth = 0
  let aside = 0
  let line = 1
  let rowRepeat = 1
  let column = 0
  let cell: Attributes = {}
  let text = ''
  let paragraphs = 0
  let inParagraph = false
  const builder = buildRows(() => line)

  const blocks = readXml(archive, 'content.xml', {
    open(name, attributes) {
      if (asides.has(name)) aside += 1
      if (name === 'table') {
        depth += 1
        if (depth === 1) sheet += 1
      }
      if (sheet !== sheetIndex || depth !== 1 || aside > 0) return
      if (name === 'table-row') {
        rowRepeat = repeatOf(attributes['table:number-rows-repeated'])
        column = 0
      }
      if (name === 'table-cell' || name === 'covered-table-cell') {
        cell = attributes
        text = ''
        paragraphs = 0
      }
      if (name === 'p') {
        if (paragraphs > 0) text += '\n'
        paragraphs += 1
        inParagraph = true
      }
      if (inParagraph) text += whitespaceOf(name, attributes)
    },
    text(piece) {
      if (inParagraph && aside === 0) text += piece
    },
    close(name) {
      if (asides.has(name)) aside -= 1
      if (name === 'table') depth -= 1
      if (sheet !== sheetIndex || depth !== 1 || aside > 0) return
      if (name === 'p') inParagraph = false
      if (name === 'table-cell' || name === 'covered-table-cell') {
        const count = repeatOf(cell['table:number-columns-repeated'])
        builder.put(column, cellText(cell, text), count)
        column += count
      }
      if (name !== 'table-row') return
      const row = builder.take(line)
      if (row !== undefined) batch.push({ row, repeat: rowRepeat })
      line += rowRepeat
    },
    block() {
      const built = repeated(batch)
      batch = []
      return built
    },
  })
  for await (const rows of blocks) {
    yield rows
    if (sheet > sheetIndex) return
  }
}

function* repeated(batch: readonly { row: SourceRow; repeat: number }[]): Generator<SourceRow> {
  for (const { row, repeat } of batch) {
    for (let offset = 0; offset < repeat; offset += 1) {
      yield { line: row.line + offset, cells: row.cells }
    }
  }
}

function cellText(cell: Attributes, text: string): string {
  const value = cell['office:value']
  switch (cell['office:value-type']) {
    case 'float':
    case 'currency':
      // A number that is shown with its leading zeros is a postal code or the like.
      return value === undefined || /^\d+$/.test(text) ? text : numberText(value)
    case 'boolean':
      return cell['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE'
    case 'date':
      return isoDate(cell['office:date-value']) ?? text
    case 'time':
      return isoTime(cell['office:time-value']) ?? text
    case 'string':
      return cell['office:string-value'] ?? text
    case undefined:
    default:
      return text
  }
}

/** Without fractions of seconds, and without a time at midnight. */
function isoDate(value: string | undefined): string | undefined {
  return value?.replace(/\.\d+$/, '').replace(/T00:00:00$/, '')
}

/** `PT09H30M00S` as `09:30:00`. */
function isoTime(value: string | undefined): string | undefined {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)/.exec(value ?? '') ?? []
  return hours === undefined ? undefined : `${hours}:${minutes}:${seconds}`
}

function whitespaceOf(name: string, attributes: Attributes): string {
  if (name === 's') return ' '.repeat(Math.min(repeatOf(attributes['text:c']), 1000))
  if (name === 'tab') return '\t'
  return name === 'line-break' ? '\n' : ''
}

function repeatOf(attribute: string | undefined): number {
  const count = Number(attribute ?? 1)
  return Number.isSafeInteger(count) && count > 0 ? Math.min(count, 10_000_000) : 1
}
