import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { roomChange } from '../../src/http/contract/directory.ts'
import type { entry, MyRoomPage, OpenedRoom } from '../../src/http/contract/my-room.ts'
import { ask, type Query } from './client.ts'
import { listQuery } from './list-query.ts'

const myRooms = listQuery(({ rooms }: MyRoomPage) => rooms)

/** The rooms that who is signed in may enter, searched by name. */
export const myRoomsQuery = (asked: Query) => myRooms('/my-rooms', asked)

/** One of them. @throws ApiError `room-not-found`, also where there is one that may not be entered */
export const myRoomQuery = (room: string) =>
  queryOptions({
    queryKey: ['lists', '/my-rooms', room],
    queryFn: ({ signal }) => ask<OpenedRoom>(`/my-rooms/${room}`, { signal }),
  })

/** Changes what is said of the room; only its admins may. @throws ApiError `room-exists` */
export const changeMyRoom = (room: string, body: z.infer<typeof roomChange>): Promise<OpenedRoom> =>
  ask(`/my-rooms/${room}`, { method: 'PATCH', body })

/** Where the room is entered; the address is for at once. @throws ApiError `no-meeting-server` */
export const enterMyRoom = (room: string): Promise<z.infer<typeof entry>> =>
  ask(`/my-rooms/${room}/entry`, { method: 'POST' })
