import { columnNames } from '../domain/column-name.ts'
import type { FieldName } from '../domain/field.ts'
import { MappingError } from '../domain/mapping.ts'
import type { Column, Mapping, MappingChoice } from '../domain/mapping.ts'
import { plainTitle } from './plain-title.ts'

/** What a person chose, as column indexes. */
export interface ChosenColumns {
  readonly fields: ReadonlyMap<FieldName, number>
  readonly ignored: ReadonlySet<number>
}

type Titles = Pick<Mapping, 'header' | 'columns'>

/**
 * Finds the columns that a person named for these fields; choices for other fields are left aside.
 *
 * @throws MappingError when a column does not exist, holds passwords, or was chosen for two fields
 */
export function chosenColumns(
  fields: readonly FieldName[],
  source: Titles,
  choice: MappingChoice,
): ChosenColumns {
  const chosen = new Map<FieldName, number>()
  const fieldOf = new Map<number, FieldName>()
  const nameable = columnFinder(offered(source))
  for (const field of fields) {
    const name = choice.fields?.[field]
    if (name === undefined) continue
    const { index } = nameable(name, field)
    const other = fieldOf.get(index)
    if (other !== undefined) {
      throw new MappingError('column-chosen-twice', { column: name, field, other })
    }
    chosen.set(field, index)
    fieldOf.set(index, field)
  }
  const anyColumn = columnFinder(source)
  const ignored = (choice.ignore ?? []).map((name) => anyColumn(name).index)
  return { fields: chosen, ignored: new Set(ignored) }
}

/**
 * The column whose full names a person wants to be split.
 * @throws MappingError when it does not exist, or holds passwords
 */
export function chosenFullName(name: string, source: Titles): number {
  return columnFinder(offered(source))(name).index
}

/** The cells of a secret column are not stored, so that it cannot fill a field. */
function offered({ header, columns }: Titles): Titles {
  return { header, columns: columns.filter(({ secret }) => !secret) }
}

/**
 * Finds columns by a title as it is written, failing that without regard to case and spaces, failing that by `#1`.
 * Thousands of names can be given, for as many columns.
 */
function columnFinder(source: Titles): (name: string, field?: FieldName) => Column {
  const byTitle = firstBy(source.columns, ({ title }) => title)
  const byPlainTitle = firstBy(source.columns, ({ title }) => plainTitle(title))
  const byNumber = firstBy(source.columns, ({ index }) => `#${index + 1}`)
  return (name, field) => {
    const found =
      byTitle.get(name) ?? byPlainTitle.get(plainTitle(name)) ?? byNumber.get(name.trim())
    if (found !== undefined) return found
    throw new MappingError('unknown-column', {
      column: name,
      columns: columnNames(source),
      ...(field === undefined ? {} : { field }),
    })
  }
}

function firstBy(
  columns: readonly Column[],
  key: (column: Column) => string,
): ReadonlyMap<string, Column> {
  return new Map(columns.toReversed().map((column) => [key(column), column]))
}
