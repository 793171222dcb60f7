import type { FieldName } from '../../../src/domain/field.ts'
import type { Batch, MappingChoiceBody } from '../../../src/http/contract/batch.ts'

/**
 * The mapping in which a field takes its cells from this column, and all else stays. If another field had that
 * column, it gets the one that becomes free, so that two fields are changed round by one choice.
 */
export function chooseColumn(
  { mapping, source, columns }: Pick<Batch, 'mapping' | 'source' | 'columns'>,
  field: FieldName,
  column: string,
): MappingChoiceBody {
  const fields: Partial<Record<FieldName, string>> = { ...mapping }
  const free = fields[field]
  for (const [other, taken] of Object.entries(mapping) as [FieldName, string][]) {
    if (taken !== column || other === field) continue
    if (free === undefined) delete fields[other]
    else fields[other] = free
  }
  fields[field] = column
  const used = Object.values(fields)
  // What nobody chose must not be guessed anew behind a person's back.
  const ignore = columns.map(({ column }) => column).filter((one) => !used.includes(one))
  return { header: source.header, fields: withoutHalves(fields, columns), ignore }
}

// Half a name that fills its own field follows from the split, and is not a choice.
function withoutHalves(
  fields: Readonly<Partial<Record<FieldName, string>>>,
  columns: Batch['columns'],
): MappingChoiceBody['fields'] {
  const entries = Object.entries(fields) as [FieldName, string][]
  return Object.fromEntries(
    entries.filter(([field, taken]) =>
      columns.every(({ column, half }) => column !== taken || half !== field),
    ),
  )
}
