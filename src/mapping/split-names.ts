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
    const { firstName, lastName } = splitFullName(cells[fullName] ?? '')
    const halves = header && isFirst && record === 0 ? titles : [firstName, lastName]
    return {
      line,
      cells: [...padded(cells.slice(0, width), width), ...halves, ...cells.slice(width)],
    }
  })
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

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : [...cells, ...Array(width - cells.length).fill('')]
}
