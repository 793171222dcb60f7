import type { FieldName } from '../domain/field.ts'
import { RequestError } from '../domain/request-error.ts'
import type { Operation } from '../operations/operation.ts'

/**
 * The field of an operation that bears a name.
 * @throws RequestError `unknown-field`
 */
export function ownField({ name: operation, fields }: Operation, name: string): FieldName {
  const field = fields.find((field) => field === name)
  if (field === undefined) throw new RequestError('unknown-field', { operation, field: name })
  return field
}
