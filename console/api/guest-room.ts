import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { entry, GuestRoom } from '../../src/http/contract/my-room.ts'
import { ask } from './client.ts'

/** The one room that a guest link opens. @throws ApiError `link-too-early`, `link-expired`, `no-entry`, … */
export const guestRoomQuery = (link: string) =>
  queryOptions({
    queryKey: ['guest-room'],
    queryFn: ({ signal }) => ask<GuestRoom>('/guest-room', { link, signal }),
    gcTime: 0,
  })

/** Where the guest goes in; the address is for at once. @throws ApiError `no-meeting-server` */
export const enterGuestRoom = (link: string): Promise<z.infer<typeof entry>> =>
  ask('/guest-room/entry', { method: 'POST', link })
