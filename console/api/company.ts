import { queryOptions } from '@tanstack/react-query'
import type { Company } from '../../src/http/contract/company.ts'
import type { CreatedKey, Key } from '../../src/http/contract/key.ts'
import { ask } from './client.ts'

/** The company of who is signed in. */
export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: ({ signal }) => ask<Company>('/company', { signal }),
})

export const changeCompany = (
  body: Partial<Pick<Company, 'name' | 'language'>>,
): Promise<Company> => ask('/company', { method: 'PATCH', body })

/** The API keys of who is signed in; of each all but the key itself. */
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => ask<{ keys: readonly Key[] }>('/keys', { signal }),
  select: ({ keys }) => keys,
})

/** The answer holds the key, which is never shown again. */
export const createKey = (name: string): Promise<CreatedKey> =>
  ask('/keys', { method: 'POST', body: { name } })

export const deleteKey = (id: string): Promise<void> => ask(`/keys/${id}`, { method: 'DELETE' })
