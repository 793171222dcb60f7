import type { Mapping } from './mapping.ts'

/** How a column is named in a mapping: by its header where that is the only one, else by its number. */
export function columnName(
  { header, columns }: Pick<Mapping, 'header' | 'columns'>,
  index: number,
): string {
  const title = columns.find((column) => column.index === index)?.title ?? ''
  const isUnique = columns.filter((column) => column.title === title).length === 1
  const isClear = header && isUnique && title !== '' && !/^#\d+$/.test(title)
  return isClear ? title : `#${index + 1}`
}

/** The names of all columns, for a sentence. */
export function columnNames(mapping: Pick<Mapping, 'header' | 'columns'>): string {
  return mapping.columns.map(({ index }) => columnName(mapping, index)).join(', ')
}
