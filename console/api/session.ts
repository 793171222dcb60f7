import { queryOptions } from '@tanstack/react-query'
import type { Me } from '../../src/http/contract/me.ts'
import type { Doors, NewSession } from '../../src/http/contract/session.ts'
import { ask } from './client.ts'

/** Who is signed in; refused with `sign-in-required` when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('/me', { signal }),
  staleTime: 60_000,
})

/** How one can get in here. */
export const doorsQuery = queryOptions({
  queryKey: ['doors'],
  queryFn: ({ signal }) => ask<Doors>('/session', { signal }),
})

export const signIn = (body: NewSession): Promise<Me> =>
  ask<Me>('/session', { method: 'POST', body })

export const signOut = (): Promise<void> => ask('/session', { method: 'DELETE' })
