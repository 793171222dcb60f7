import type { FieldName } from '../domain/field.ts'
import type { Mapping } from '../domain/mapping.ts'

/** The required fields that no column fills: a problem to be solved before any row is verified. */
export function missingFields<F extends FieldName>(
  fields: readonly F[],
  mapping: Mapping,
): readonly F[] {
  return fields.filter((field) => mapping.fields[field] === undefined)
}
