/** What the address of the first two steps says: the operation that is selected. */
export interface SelectSearch {
  readonly operation?: string
}

export function selectSearch({ operation }: Record<string, unknown>): SelectSearch {
  return typeof operation === 'string' ? { operation } : {}
}
