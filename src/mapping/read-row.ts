import type { FieldName, FieldValues } from '../domain/field.ts'
import type { Mapping } from '../domain/mapping.ts'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { cleanCell } from './clean-cell.ts'
import { sourceWidth } from './name-halves.ts'
import { readValue } from './read-value.ts'

/** A row's values by field, or everything that is wrong with it. */
export type RowReading<F extends FieldName> =
  | { readonly values: Pick<FieldValues, F> }
  | { readonly problems: readonly Problem[] }

/** Reads the cells of one record as the values of an operation's fields; collects all of its problems. */
export function readRow<F extends FieldName>(
  fields: readonly F[],
  mapping: Mapping,
  cells: readonly string[],
): RowReading<F> {
  const values: Unfinished<F> = {}
  const problems: Problem[] = []
  if (cells.length > mapping.columns.length) problems.push(...surplusCells(mapping, cells))
  for (const field of fields) {
    const column = mapping.fields[field]
    const reading = readValue(field, column === undefined ? '' : (cells[column] ?? ''))
    if ('problem' in reading) problems.push(reading.problem)
    else values[field] = reading.value
  }
  return problems.length === 0 && isComplete(values, fields) ? { values } : { problems }
}

type Unfinished<F extends FieldName> = { -readonly [Name in F]?: FieldValues[Name] }

function isComplete<F extends FieldName>(
  values: Unfinished<F>,
  fields: readonly F[],
): values is Pick<FieldValues, F> {
  for (const field of fields) if (values[field] === undefined) return false
  return true
}

// The halves of full names are no columns of the source, nor cells of it.
function surplusCells(mapping: Mapping, cells: readonly string[]): readonly Problem[] {
  const width = mapping.columns.length
  const surplus = cells.findLastIndex((cell) => cleanCell(cell) !== '') + 1 - width
  const columns = sourceWidth(mapping)
  return surplus > 0 ? [problem('too-many-cells', null, { cells: columns + surplus, columns })] : []
}
