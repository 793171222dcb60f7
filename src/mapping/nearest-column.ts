import type { FieldName } from '../domain/field.ts'
import type { Column, Mapping } from '../domain/mapping.ts'
import { understandHeader } from './understand-header.ts'

/** The one unused column whose title resembles the field's name without being it: to be suggested, never guessed. */
export function nearestColumn(field: FieldName, mapping: Mapping): Column | undefined {
  if (!mapping.header) return undefined
  const used = new Set<number>(Object.values(mapping.fields))
  const [nearest, ...others] = mapping.columns.filter(({ index, secret, title }) => {
    const meaning = understandHeader(title)
    const isNear = meaning.kind === 'unknown' && meaning.near === field
    return isNear && !secret && !used.has(index)
  })
  return others.length > 0 ? undefined : nearest
}
