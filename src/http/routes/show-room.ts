import { findRoom } from '../../directory/find-room.ts'
import { room } from '../contract/directory.ts'
import { roomParams, roomRef } from '../room-request.ts'
import type { Route } from '../route.ts'

/** A room, with the numbers of its users and guests. */
export const showRoom: Route = (server, { db }) => {
  server.get(
    '/rooms/:room',
    {
      config: { act: 'show-room' },
      schema: {
        summary: 'A room',
        tags: ['directory'],
        params: roomParams,
        response: { 200: room },
      },
    },
    (request) => findRoom(db, roomRef(request, request.params.room)),
  )
}
