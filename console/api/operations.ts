import { queryOptions } from '@tanstack/react-query'
import type { OperationDescription } from '../../src/http/contract/operation.ts'
import { address, ask } from './client.ts'

/** The operations, as they describe themselves; they change only with the program. */
export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: ({ signal }) =>
    ask<{ operations: readonly OperationDescription[] }>('/operations', { signal }),
  select: ({ operations }) => operations,
  staleTime: Infinity,
})

/** Where the template of an operation is downloaded, its headers in the reader's language. */
export function templateAddress(
  operation: string,
  format: 'xlsx' | 'csv',
  language: string,
): string {
  return address(`/operations/${operation}/template`, { format, language })
}
