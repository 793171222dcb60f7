import type { FieldName } from '../../../src/domain/field.ts'
import type { Batch, MappingChoiceBody } from '../../../src/http/contract/batch.ts'

/**
 * The mapping in which the full names of this column are split and fill both fields of the name, and all else stays.
 * @param column null: no names are split, and what their halves filled is without a column
 */
export function splitNames(
  { mapping, source, columns }: Pick<Batch, 'mapping' | 'source' | 'columns'>,
  column: string | null,
): MappingChoiceBody {
  // Halves that there are now go, even where new ones come in their place.
  const own = columns.filter(({ half }) => half === null).map(({ column }) => column)
  const kept = (Object.entries(mapping) as [FieldName, string][]).filter(
    ([field, taken]) =>
      own.includes(taken) && taken !== column && (column === null || !isNamePart(field)),
  )
  const used = new Set([column, ...kept.map(([, taken]) => taken)])
  // What nobody chose must not be guessed anew behind a person's back.
  const ignore = own.filter((one) => !used.has(one))
  return { header: source.header, fields: Object.fromEntries(kept), ignore, fullName: column }
}

/** Is it one of the fields that the halves of a full name fill? */
export function isNamePart(field: FieldName): field is 'firstName' | 'lastName' {
  return field === 'firstName' || field === 'lastName'
}
