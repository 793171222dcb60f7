import type { FieldName } from '../domain/field.ts'
import type { Mapping } from '../domain/mapping.ts'
import { ownColumns } from '../domain/own-columns.ts'
import { plainTitle } from './plain-title.ts'

/** A mapping in the way that a person would choose it: by titles. */
export interface TitledChoice {
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  readonly ignore: readonly string[]
  readonly fullName: string | null
}

/**
 * The mapping as a choice that leads to it, in whatever order the columns stand. Fields that are filled with the
 * half of a full name follow from that, and are not named. Null where a title does not say which column is meant.
 */
export function titledChoice(mapping: Mapping): TitledChoice | null {
  const titles = clearTitles(mapping)
  const fields: Partial<Record<FieldName, string>> = {}
  const named = fieldColumns(mapping)
  for (const { field, index } of named) {
    const title = titles.get(index)
    if (title === undefined) return null
    fields[field] = title
  }
  const fullName = mapping.fullName === undefined ? null : titles.get(mapping.fullName)
  if (fullName === undefined) return null
  return { fields, ignore: unusedTitles(mapping, titles), fullName }
}

/** Do both fill the same fields from the same columns? */
export function isSameChoice(one: TitledChoice, other: TitledChoice): boolean {
  return asText(one) === asText(other)
}

function asText({ fields, fullName }: TitledChoice): string {
  const named = Object.entries(fields).map(([field, title]) => [field, plainTitle(title)])
  return JSON.stringify([
    named.toSorted(([one = ''], [other = '']) => one.localeCompare(other)),
    fullName === null ? null : plainTitle(fullName),
  ])
}

function fieldColumns({ fields, columns }: Mapping) {
  const filled = Object.entries(fields) as [FieldName, number][]
  return filled
    .map(([field, index]) => ({ field, index }))
    .filter(({ field, index }) => columns.find((column) => column.index === index)?.half !== field)
}

/** The titles that only one column has. */
function clearTitles({ columns }: Mapping): ReadonlyMap<number, string> {
  const plain = columns.map(({ title }) => plainTitle(title))
  return new Map(
    columns
      .filter((_, at) => plain.indexOf(plain[at] ?? '') === plain.lastIndexOf(plain[at] ?? ''))
      .map(({ index, title }) => [index, title]),
  )
}

function unusedTitles(mapping: Mapping, titles: ReadonlyMap<number, string>): readonly string[] {
  const used = new Set([...Object.values(mapping.fields), mapping.fullName])
  return ownColumns(mapping)
    .filter(({ index, secret }) => !secret && !used.has(index))
    .flatMap(({ index }) => titles.get(index) ?? [])
}
