import type { FieldName } from '../domain/field.ts'
import type { ColumnContent } from './column-content.ts'

/** How well a column's cells fit a field, 0 to 1. */
export function contentFit(field: FieldName, content: ColumnContent): number {
  return content[kindOf[field]]
}

/** Can the cells be this field's, although nothing proves it? */
export function isPlausible(field: FieldName, content: ColumnContent): boolean {
  if (content.filled === 0) return false
  const kind = kindOf[field]
  if (kind === 'texts') return content.texts >= 0.5
  return (['emails', 'rooms', 'roles', 'booleans'] as const).every(
    (other) => other === kind || content[other] < 0.5 || content[kind] >= content[other],
  )
}

/** Can the cells of a column that stands in the field's place be the field's? *Gast* is a last name, too. */
export function isPossible(field: FieldName, content: ColumnContent): boolean {
  // Where nothing is filled in, the rows then say that the value is missing.
  if (content.filled === 0) return true
  return kindOf[field] === 'texts' ? content.words >= 0.5 : isPlausible(field, content)
}

const kindOf = {
  email: 'emails',
  firstName: 'texts',
  lastName: 'texts',
  rooms: 'rooms',
  role: 'roles',
  name: 'texts',
  sendMail: 'booleans',
} as const satisfies Record<FieldName, keyof ColumnContent>
