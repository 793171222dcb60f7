import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  Guest,
  GuestChange,
  GuestPage,
  newRoom,
  Room,
  roomChange,
  RoomMemberPage,
  RoomPage,
  UserPage,
} from '../../src/http/contract/directory.ts'
import { ask, type Query } from './client.ts'
import { listQuery } from './list-query.ts'

type NewRoom = z.infer<typeof newRoom>
type RoomChange = z.infer<typeof roomChange>

const users = listQuery(({ users }: UserPage) => users)
const rooms = listQuery(({ rooms }: RoomPage) => rooms)
const members = listQuery(({ members }: RoomMemberPage) => members)
const guests = listQuery(({ guests }: GuestPage) => guests)

/** Users, searched and sorted. */
export const usersQuery = (asked: Query) => users('/users', asked)

/** Rooms, searched and sorted. */
export const roomsQuery = (asked: Query) => rooms('/rooms', asked)

/** A room, and how many have a role of their own in it. */
export const roomQuery = (room: string) =>
  queryOptions({
    queryKey: ['lists', '/rooms', room],
    queryFn: ({ signal }) => ask<Room>(`/rooms/${room}`, { signal }),
  })

/** Who has a role in a room, and why. */
export const membersQuery = (room: string, asked: Query) => members(`/rooms/${room}/members`, asked)

/** Guests with their links; `room` narrows them to one room by its id. */
export const guestsQuery = (asked: Query) => guests('/guests', asked)

/** Creates a room. @throws ApiError `room-exists` */
export const createRoom = (body: NewRoom, idempotencyKey: string): Promise<Room> =>
  ask('/rooms', { method: 'POST', body, idempotencyKey })

/** Changes what is said of a room. @throws ApiError `room-exists` */
export const changeRoom = (room: string, body: RoomChange): Promise<Room> =>
  ask(`/rooms/${room}`, { method: 'PATCH', body })

/** Deletes a room, and with it its assignments and guests. */
export const deleteRoom = (room: string): Promise<void> =>
  ask(`/rooms/${room}`, { method: 'DELETE' })

/** Changes what is said of a guest; it takes effect at once. */
export const changeGuest = (guest: string, body: GuestChange): Promise<Guest> =>
  ask(`/guests/${guest}`, { method: 'PATCH', body })

/** Deletes a guest, whose link dies at once. */
export const deleteGuest = (guest: string): Promise<void> =>
  ask(`/guests/${guest}`, { method: 'DELETE' })
