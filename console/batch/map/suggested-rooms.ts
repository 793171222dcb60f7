import { queryOptions } from '@tanstack/react-query'
import type { RoomPage } from '../../../src/http/contract/directory.ts'
import { ask } from '../../api/client.ts'

/** The names of some rooms that contain what was typed. */
export const suggestedRoomsQuery = (search: string) =>
  queryOptions({
    queryKey: ['rooms', 'suggested', search],
    queryFn: ({ signal }) =>
      ask<RoomPage>('/rooms', { query: { search: search || undefined, limit: 12 }, signal }),
    select: ({ rooms }) => rooms.map(({ name }) => name),
    staleTime: 30_000,
  })
