import { useQuery } from '@tanstack/react-query'
import type { FieldName } from '../../src/domain/field.ts'
import type { OperationDescription } from '../../src/http/contract/operation.ts'
import { operationsQuery } from '../api/operations.ts'
import { useShownLanguage } from '../words/use-shown-language.ts'

/** An operation as it describes itself, in the reader's words; its bare names until the catalogue is there. */
export function useOperation(name: string): {
  readonly operation: OperationDescription | undefined
  readonly label: string
  readonly fieldLabel: (field: FieldName) => string
} {
  const { data: operations } = useQuery(operationsQuery)
  const language = useShownLanguage()
  const operation = operations?.find(({ operation }) => operation === name)
  const fieldLabel = (field: FieldName) =>
    operation?.fields.find((known) => known.field === field)?.label[language] ?? field
  return { operation, label: operation?.label[language] ?? name, fieldLabel }
}
