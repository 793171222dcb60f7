import type { Mapping } from '../domain/mapping.ts'

/** How a column is named in a mapping: by its header where that is the only one, else by its number. */
export function columnName({ header, columns }: Mapping, index: number): string {
  const title = columns.find((column) => column.index === index)?.title ?? ''
  const isUnique = columns.filter((column) => column.title === title).length === 1
  const isClear = header && isUnique && title !== '' && !/^#\d+$/.test(title)
  return isClear ? title : `#${index + 1}`
}
