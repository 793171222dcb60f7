import { changeRoom as change } from '../../directory/change-room.ts'
import { note } from '../audit/note.ts'
import { room, roomChange } from '../contract/directory.ts'
import { roomParams, roomRef } from '../room-request.ts'
import type { Route } from '../route.ts'

/** Renames a room, or changes its default role. */
export const changeRoom: Route = (server, { db }) => {
  server.patch(
    '/rooms/:room',
    {
      config: { act: 'change-room' },
      schema: {
        summary: 'Rename a room, or change its default role',
        tags: ['directory'],
        params: roomParams,
        body: roomChange,
        response: { 200: room },
      },
    },
    (request) => {
      note(request, { details: { changed: Object.keys(request.body) } })
      return change(db, roomRef(request, request.params.room), request.body)
    },
  )
}
