import type { SourceLimits } from '../../domain/source-limits.ts'
import type { SourceRow } from '../../domain/table.ts'
import { odsCellText } from './ods-cell-text.ts'
import type { OdsCell } from './ods-cell-text.ts'
import type { XmlEvents } from './read-xml.ts'
import { buildRows } from './row-builder.ts'
import type { RowBuilder } from './row-builder.ts'
import type { SheetFindings } from './sheet-findings.ts'

type Attributes = Readonly<Record<string, string>>

/** Who wants to know what stands in the sheets of a document, one after the other. */
export interface OdsListener {
  /** A sheet begins; where its findings go, or undefined for one whose rows are of no interest. */
  begin(attributes: Attributes): SheetFindings | undefined
  /** A row that stands there `count` times, from its line on; false when no more rows of the sheet are wanted. */
  row(row: SourceRow, count: number): boolean
  end(): void
}

/** Elements within a paragraph whose texts are not the cell's. */
const asides = new Set(['annotation', 'frame', 'custom-shape', 'g', 'note', 'ruby-text'])

const hiding = new Set(['collapse', 'filter'])

/** Hears the events of an ODS document as sheets and rows. Tables within cells are passed over. */
export function odsTableEvents(limits: SourceLimits, listener: OdsListener): XmlEvents {
  let builder: RowBuilder | undefined
  let findings: SheetFindings | undefined
  let tables = 0
  let line = 1
  let columns = 0
  let row = { count: 1, hidden: false }
  let column = 0
  let cell: OdsCell | undefined
  let text = ''
  let paragraphs = 0
  // How deep in the cell, and at which depth something began whose text is not the cell's.
  let level = 0
  let aside = 0
  let inParagraph = false

  return {
    open(name, attributes) {
      if (name === 'table') {
        tables += 1
        if (tables === 1) beginTable(attributes)
      } else if (builder === undefined || tables !== 1) {
        return
      } else if (cell === undefined) {
        openInTable(name, attributes)
      } else {
        openInCell(name, attributes)
      }
    },
    text(piece) {
      // What is longer is refused when the cell is put into its row.
      if (inParagraph && aside === 0 && text.length <= limits.cellLength) text += piece
    },
    close(name) {
      if (name === 'table') {
        tables -= 1
        if (tables === 0) listener.end()
        return
      }
      if (builder === undefined || tables !== 1) return
      if (cell === undefined) {
        if (name === 'table-row') endRow(builder)
      } else if (level > 0) {
        closeInCell()
      } else {
        endCell(builder, cell)
        cell = undefined
      }
    },
  }

  function beginTable(attributes: Attributes): void {
    findings = listener.begin(attributes)
    builder = findings && buildRows(limits, findings, () => line)
    line = 1
    columns = 0
    cell = undefined
  }

  function openInTable(name: string, attributes: Attributes): void {
    if (name === 'table-cell' || name === 'covered-table-cell') {
      cell = attributes
      text = ''
      paragraphs = 0
      level = 0
    } else if (name === 'table-row') {
      const count = repeatOf(attributes['table:number-rows-repeated'])
      row = { count, hidden: isHidden(attributes) }
      column = 0
    } else if (name === 'table-column') {
      const end = columns + repeatOf(attributes['table:number-columns-repeated'])
      const last = isHidden(attributes) ? Math.min(end, limits.columns) : 0
      for (let at = columns; at < last; at += 1) builder?.hide(at)
      columns = end
    }
  }

  function openInCell(name: string, attributes: Attributes): void {
    level += 1
    if (aside > 0) return
    if (level === 1) {
      inParagraph = name === 'p'
      if (inParagraph && paragraphs > 0) text += '\n'
      if (inParagraph) paragraphs += 1
    } else if (inParagraph) {
      if (asides.has(name)) aside = level
      else if (text.length <= limits.cellLength) text += whitespaceOf(name, attributes)
    }
  }

  function closeInCell(): void {
    if (level === aside) aside = 0
    if (level === 1) inParagraph = false
    level -= 1
  }

  function endCell(builder: RowBuilder, cell: OdsCell): void {
    const count = repeatOf(cell['table:number-columns-repeated'])
    const height = repeatOf(cell['table:number-rows-spanned'])
    if (height > 1) builder.merge(column, line + height - 1)
    const isUncalculated =
      cell['table:formula'] !== undefined && cell['office:value-type'] === undefined && text === ''
    if (isUncalculated) findings?.uncalculatedCells(line, count * row.count)
    builder.put(column, odsCellText(cell, text), count)
    column += count
  }

  function endRow(from: RowBuilder): void {
    const built = from.take(line, row)
    if (built !== undefined && !listener.row(built, row.count)) builder = undefined
    line += row.count
  }
}

function isHidden(attributes: Attributes): boolean {
  return hiding.has(attributes['table:visibility'] ?? '')
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
