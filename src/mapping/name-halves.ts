import type { FieldName } from '../domain/field.ts'
import { fields } from '../domain/fields.ts'
import type { Column, Mapping, NameHalf } from '../domain/mapping.ts'
import { unusedTitle } from './source-columns.ts'

/** The halves in which a column of full names is split, in their order. */
export const nameHalves = ['firstName', 'lastName'] as const satisfies readonly (NameHalf &
  FieldName)[]

/** The columns that stand behind those of the source when its full names are split. */
export function halvesBehind(columns: readonly Column[]): readonly Column[] {
  const titles = columns.map(({ title }) => title)
  return nameHalves.map((half, at) => ({
    index: columns.length + at,
    title: unusedTitle(fields[half].label.en, titles),
    secret: false,
    half,
  }))
}

/** How many columns the source itself has. */
export function sourceWidth({ columns, fullName }: Pick<Mapping, 'columns' | 'fullName'>): number {
  return columns.length - (fullName === undefined ? 0 : nameHalves.length)
}
