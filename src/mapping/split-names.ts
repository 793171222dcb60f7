import type { Mapping } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import { nameHalves, sourceWidth } from './name-halves.ts'
import { splitFullName } from './split-full-name.ts'

/**
 * The records with the halves of their full names as cells of their own, behind the source's columns; a header
 * gets the titles of the halves. What a record has beyond its columns stands behind them. The same records where no
 * names are split.
 * @param isFirst the records are the beginning of the source, with its header
 */
export function splitNames(
  mapping: Mapping,
  records: readonly SourceRow[],
  { isFirst }: { readonly isFirst: boolean },
): readonly SourceRow[] {
  const { fullName, header, columns } = mapping
  if (fullName === undefined) return records
  const width = sourceWidth(mapping)
  const titles = columns.slice(width).map(({ title }) => title)
  return records.map(({ line, cells }, record) => {
    const isHeader = header && isFirst && record === 0
    const halves = isHeader ? titles : halvesOf(cells[fullName])
    return { line, cells: inserted(cells, width, halves) }
  })
}

function halvesOf(cell = ''): readonly string[] {
  const { firstName, lastName } = splitFullName(cell)
  return [firstName, lastName]
}

// Nearly every record has as many cells as there are columns, and needs no more than a longer copy.
function inserted(
  cells: readonly string[],
  width: number,
  halves: readonly string[],
): readonly string[] {
  if (cells.length === width) return cells.concat(halves)
  const missing = Array<string>(Math.max(0, width - cells.length)).fill('')
  return [...cells.slice(0, width), ...missing, ...halves, ...cells.slice(width)]
}

/** The records without the halves of full names: as the source has them, but for empty cells at the end. */
export function withoutHalves<Row extends SourceRow>(
  mapping: Mapping,
  records: readonly Row[],
): readonly Row[] {
  if (mapping.fullName === undefined) return records
  const width = sourceWidth(mapping)
  return records.map((record) => ({
    ...record,
    cells: record.cells.toSpliced(width, nameHalves.length),
  }))
}
