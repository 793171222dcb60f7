import type { Column, Mapping } from './mapping.ts'
import { reportColumns, reportMailColumns } from './report-columns.ts'

/**
 * The source's own columns: without the halves of full names, and without those that an earlier report added,
 * where nobody uses them for anything else.
 */
export function ownColumns(mapping: Mapping): readonly Column[] {
  const columns = sourceColumns(mapping)
  return columns.slice(0, columns.length - reportTail(mapping, columns).length)
}

/**
 * The columns that a report begins with: the source's own ones, without those that look like passwords, and the
 * halves of full names, which a person may have corrected.
 */
export function reportedColumns(mapping: Mapping): readonly Column[] {
  const halves = mapping.columns.filter(({ half }) => half !== undefined)
  return [...ownColumns(mapping).filter(({ secret }) => !secret), ...halves]
}

/** Every column that the source has. */
export function sourceColumns({ columns }: Pick<Mapping, 'columns'>): readonly Column[] {
  return columns.filter(({ half }) => half === undefined)
}

/** The last columns, if they are those that a report adds. */
function reportTail({ header, fields }: Mapping, columns: readonly Column[]): readonly Column[] {
  if (!header) return []
  const used = Object.values(fields)
  for (const titles of tails) {
    const tail = columns.slice(-titles.length)
    const isOurs =
      tail.length === titles.length &&
      tail.every(({ index, title }, at) => title === titles[at] && !used.includes(index))
    if (isOurs) return tail
  }
  return []
}

const tails = [[...reportColumns, ...reportMailColumns], reportColumns]
