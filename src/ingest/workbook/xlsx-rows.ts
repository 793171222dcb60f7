import type { SourceLimits } from '../../domain/source-limits.ts'
import type { SourceRow } from '../../domain/table.ts'
import { columnOf } from './cell-reference.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'
import { buildRows } from './row-builder.ts'
import type { SheetFindings } from './sheet-findings.ts'
import { xlsxCellText } from './xlsx-cell-text.ts'
import type { XlsxTexts } from './xlsx-cell-text.ts'
import type { MergedArea } from './xlsx-merged-cells.ts'
import type { NumberStyle } from './xlsx-styles.ts'

/** What a sheet is read with. */
export interface XlsxContext extends XlsxTexts {
  readonly archive: Archive
  readonly styles: readonly NumberStyle[]
  readonly limits: SourceLimits
}

/** Which sheet is read, and what is to be known of it before. */
export interface XlsxSheet {
  readonly entryName: string
  /** By the line in which they begin. */
  readonly merged: ReadonlyMap<number, readonly MergedArea[]>
}

/**
 * A sheet's rows, as people see them in a spreadsheet program: of a formula the value that it had when the file
 * was saved, of a link its text, of cells that are merged downwards the text in every row.
 */
export async function* xlsxRows(
  context: XlsxContext,
  { entryName, merged }: XlsxSheet,
  findings: SheetFindings,
): AsyncGenerator<readonly SourceRow[]> {
  const { archive, styles, limits } = context
  let rows: SourceRow[] = []
  let line = 0
  let hidden = false
  let column = -1
  let type = 'n'
  let style: NumberStyle | undefined
  let stored = ''
  let hasFormula = false
  let isText = false
  let inPhonetic = false
  const row = buildRows(limits, findings, () => line)

  yield* readXml(archive, entryName, {
    open(name, attributes) {
      isText = false
      switch (name) {
        case 'c':
          column = columnOf(attributes['r']) ?? column + 1
          type = attributes['t'] ?? 'n'
          style = styles[Number(attributes['s'])]
          stored = ''
          hasFormula = false
          break
        case 'v':
          isText = true
          break
        case 't':
          isText = !inPhonetic
          break
        case 'f':
          hasFormula = true
          break
        case 'row':
          line = lineOf(attributes['r']) ?? line + 1
          hidden = isTrue(attributes['hidden'])
          column = -1
          break
        case 'rPh':
          inPhonetic = true
          break
        case 'col':
          if (isTrue(attributes['hidden'])) hideColumns(attributes['min'], attributes['max'])
          break
        default:
      }
    },
    text(piece) {
      // What is longer is refused when the cell is put into its row.
      if (isText && stored.length <= limits.cellLength) stored += piece
    },
    close(name) {
      isText = false
      if (name === 'c') endCell()
      else if (name === 'row') endRow()
      else if (name === 'rPh') inPhonetic = false
    },
    block() {
      const built = rows
      rows = []
      return built
    },
  })

  function endCell(): void {
    row.put(column, xlsxCellText(context, { type, style, stored }))
    // A formula whose value is an empty text says so by its type.
    if (hasFormula && stored === '' && type !== 'str') findings.uncalculatedCells(line, 1)
  }

  function endRow(): void {
    for (const { column, bottom } of merged.get(line) ?? []) row.merge(column, bottom)
    const built = row.take(line, { hidden })
    if (built !== undefined) rows.push(built)
  }

  function hideColumns(first: string | undefined, last: string | undefined): void {
    const end = Math.min(Number(last), limits.columns)
    for (let at = Number(first); at <= end; at += 1) row.hide(at - 1)
  }
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true'
}

function lineOf(reference: string | undefined): number | undefined {
  const line = Number(reference)
  return Number.isSafeInteger(line) && line > 0 ? line : undefined
}
