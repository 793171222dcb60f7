import { z } from 'zod'
import { deleteRoom as deleteFromDirectory } from '../../directory/delete-room.ts'
import { lockRoom } from '../../directory/lock-room.ts'
import { retryConflicts } from '../../directory/retry-conflicts.ts'
import { withdrawRoomLinks } from '../../mail/withdraw-room-links.ts'
import { untilGone } from '../batch-request.ts'
import { roomParams, roomRef } from '../room-request.ts'
import type { Route } from '../route.ts'

/** A room goes with its assignments and its guests; mails that have not left do not bring its links. */
export const deleteRoom: Route = (server, { db }) => {
  server.delete(
    '/rooms/:room',
    {
      config: { act: 'delete-room' },
      schema: {
        summary: 'Delete a room, with its assignments and its guests',
        tags: ['directory'],
        params: roomParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const ref = roomRef(request, request.params.room)
      const act = () =>
        db.transaction().execute(async (tx) => {
          await lockRoom(tx, ref)
          await withdrawRoomLinks(tx, ref)
          await deleteFromDirectory(tx, ref)
        })
      await retryConflicts(act, { signal: untilGone(reply), mostTries: 5 })
      return reply.code(204).send(null)
    },
  )
}
