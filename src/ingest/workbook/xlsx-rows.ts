import type { SourceRow } from '../../domain/table.ts'
import { dateText } from './date-text.ts'
import { numberText } from './number-text.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'
import { buildRows } from './row-builder.ts'
import { unescapeText } from './unescape-text.ts'
import type { NumberStyle } from './xlsx-styles.ts'

/** What a sheet's cells refer to. */
export interface XlsxContext {
  readonly archive: Archive
  readonly strings: readonly string[]
  readonly styles: readonly NumberStyle[]
  readonly from1904: boolean
}

/**
 * A sheet's rows, as people see them in a spreadsheet program: the value that a formula had when the file was
 * saved, dates as ISO, TRUE and FALSE. Of merged cells the first has the text.
 */
export async function* xlsxRows(
  context: XlsxContext,
  entryName: string,
): AsyncGenerator<readonly SourceRow[]> {
  let rows: SourceRow[] = []
  let line = 0
  let column = -1
  let type = 'n'
  let style: NumberStyle | undefined
  let text = ''
  let isText = false
  let inPhonetic = false
  const row = buildRows(() => line)

  yield* readXml(context.archive, entryName, {
    open(name, attributes) {
      if (name === 'row') {
        line = lineOf(attributes['r']) ?? line + 1
        column = -1
      }
      if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        type = attributes['t'] ?? 'n'
        style = context.styles[Number(attributes['s'])]
        text = ''
      }
      if (name === 'rPh') inPhonetic = true
      isText = name === 'v' || (name === 't' && !inPhonetic)
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      isText = false
      if (name === 'rPh') inPhonetic = false
      if (name === 'c') row.put(column, cellText(context, type, style, text))
      if (name !== 'row') return
      const built = row.take(line)
      if (built !== undefined) rows.push(built)
    },
    block() {
      const built = rows
      rows = []
      return built
    },
  })
}

function cellText(
  { strings, from1904 }: XlsxContext,
  type: string,
  style: NumberStyle | undefined,
  text: string,
): string {
  if (text === '') return ''
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'inlineStr' || type === 'str') return unescapeText(text)
  if (type === 'b') return text.trim() === '0' ? 'FALSE' : 'TRUE'
  if (type !== 'n') return text
  if (style === 'date') return dateText(Number(text), from1904) ?? numberText(text)
  const number = numberText(text)
  if (typeof style !== 'object' || !/^\d+$/.test(number)) return number
  return number.padStart(style.digits, '0')
}

function lineOf(reference: string | undefined): number | undefined {
  const line = Number(reference)
  return Number.isSafeInteger(line) && line > 0 ? line : undefined
}

/** `C7` is in column 2, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,5}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
