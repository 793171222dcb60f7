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
  for (const field of fields) {
    const name = choice.fields?.[field]
    if (name === undefined) continue
    const { index } = columnNamed(name, offered(source), field)
    const other = fieldOf.get(index)
    if (other !== undefined) {
      throw new MappingError('column-chosen-twice', { column: name, field, other })
    }
    chosen.set(field, index)
    fieldOf.set(index, field)
  }
  const ignored = (choice.ignore ?? []).map((name) => columnNamed(name, source).index)
  return { fields: chosen, ignored: new Set(ignored) }
}

/**
 * The column whose full names a person wants to be split.
 * @throws MappingError when it does not exist, or holds passwords
 */
export function chosenFullName(name: string, source: Titles): number {
  return columnNamed(name, offered(source)).index
}

/** The cells of a secret column are not stored, so that it cannot fill a field. */
function offered({ header, columns }: Titles): Titles {
  return { header, columns: columns.filter(({ secret }) => !secret) }
}

/** A title as it is written, failing that without regard to case and spaces, failing that `#1`. */
function columnNamed(name: string, source: Titles, field?: FieldName): Column {
  const { columns } = source
  const found =
    columns.find(({ title }) => title === name) ??
    columns.find(({ title }) => plainTitle(title) === plainTitle(name)) ??
    columns.find(({ index }) => `#${index + 1}` === name.trim())
  if (found !== undefined) return found
  throw new MappingError('unknown-column', {
    column: name,
    columns: columnNames(source),
    ...(field === undefined ? {} : { field }),
  })
}
