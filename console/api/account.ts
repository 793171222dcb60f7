import { queryOptions } from '@tanstack/react-query'
import type { CreatedKey, Key, NewKey } from '../../src/http/contract/key.ts'
import type { Me, ProfileChange } from '../../src/http/contract/me.ts'
import type { Session } from '../../src/http/contract/session.ts'
import { address, ask } from './client.ts'

/** Changes one's own names and language. */
export const changeMe = (body: ProfileChange): Promise<Me> => ask('/me', { method: 'PATCH', body })

/** All that is known about who is signed in, as a file. */
export const myDataAddress = address('/me/data')

/** One's own sessions, the last used first. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => ask<{ sessions: readonly Session[] }>('/sessions', { signal }),
  select: ({ sessions }) => sessions,
})

export const endSession = (id: string): Promise<void> =>
  ask(`/sessions/${id}`, { method: 'DELETE' })

/** Signs out everywhere, here as well. */
export const endSessions = (): Promise<void> => ask('/sessions', { method: 'DELETE' })

/** The API keys of who is signed in; of each all but the key itself. */
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => ask<{ keys: readonly Key[] }>('/keys', { signal }),
  select: ({ keys }) => keys,
})

/** The answer holds the key, which is never shown again. */
export const createKey = (body: NewKey): Promise<CreatedKey> =>
  ask('/keys', { method: 'POST', body })

export const deleteKey = (id: string): Promise<void> => ask(`/keys/${id}`, { method: 'DELETE' })
