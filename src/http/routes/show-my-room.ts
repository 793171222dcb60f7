import { openedRoom as contract } from '../contract/my-room.ts'
import { myRoomOf } from '../my-room-request.ts'
import { openedRoom } from '../opened-room.ts'
import { roomParams } from '../room-request.ts'
import type { Route } from '../route.ts'

/** A room that one may enter; any other is as if it did not exist. */
export const showMyRoom: Route = (server, { db }) => {
  server.get(
    '/my-rooms/:room',
    {
      config: { act: 'show-my-room' },
      schema: {
        summary: 'A room that one may enter',
        tags: ['directory'],
        params: roomParams,
        response: { 200: contract },
      },
    },
    async (request) => openedRoom(db, request, await myRoomOf(db, request, request.params.room)),
  )
}
