import type { Column, Mapping } from './mapping.ts'

/** How a column is named in a mapping: by its header where that is the only one, else by its number. */
export function columnName(
  { header, columns }: Pick<Mapping, 'header' | 'columns'>,
  index: number,
): string {
  const title = columnAt(columns, index)?.title ?? ''
  const isUnique = timesOf(columns).get(title) === 1
  const isClear = header && isUnique && title !== '' && !/^#\d+$/.test(title)
  return isClear ? title : `#${index + 1}`
}

/** The names of all columns, for a sentence. */
export function columnNames(mapping: Pick<Mapping, 'header' | 'columns'>): string {
  return mapping.columns.map(({ index }) => columnName(mapping, index)).join(', ')
}

function columnAt(columns: readonly Column[], index: number): Column | undefined {
  const there = columns[index]
  return there?.index === index ? there : columns.find((column) => column.index === index)
}

// Counted once for a mapping: of 16,000 columns each is named, and counting anew would take seconds.
const times = new WeakMap<readonly Column[], ReadonlyMap<string, number>>()

function timesOf(columns: readonly Column[]): ReadonlyMap<string, number> {
  const known = times.get(columns)
  if (known !== undefined) return known
  const counted = new Map<string, number>()
  for (const { title } of columns) counted.set(title, (counted.get(title) ?? 0) + 1)
  times.set(columns, counted)
  return counted
}
