import { queryOptions } from '@tanstack/react-query'
import type { Me } from '../../src/http/contract/me.ts'
import type { SetUp } from '../../src/http/contract/session.ts'
import { ask } from './client.ts'

/** Whether the link still makes the first company. @throws ApiError `link-expired`, `company-exists-already` */
export const setUpQuery = (link: string) =>
  queryOptions({
    queryKey: ['set-up'],
    queryFn: ({ signal }) => ask<object>('/set-up', { link, signal }),
    gcTime: 0,
  })

/** Makes the first company, and signs in as its administrator. */
export const setUp = (link: string, body: SetUp): Promise<Me> =>
  ask('/set-up', { method: 'POST', link, body })
