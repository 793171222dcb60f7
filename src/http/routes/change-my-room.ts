import { changeRoom } from '../../directory/change-room.ts'
import { findMyRoom } from '../../directory/my-rooms.ts'
import { RequestError } from '../../domain/request-error.ts'
import { roleRights } from '../../domain/role.ts'
import { note } from '../audit/note.ts'
import { roomChange } from '../contract/directory.ts'
import { openedRoom as contract } from '../contract/my-room.ts'
import { callerOf } from '../guard.ts'
import { myRoomOf } from '../my-room-request.ts'
import { openedRoom } from '../opened-room.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { roomParams } from '../room-request.ts'
import type { Route } from '../route.ts'

/** Who is Admin in a room edits it, without any permission in the company. */
export const changeMyRoom: Route = (server, { db }) => {
  server.patch(
    '/my-rooms/:room',
    {
      config: { act: 'change-my-room' },
      schema: {
        summary: 'Edit a room in which one is Admin',
        description:
          'Who loses their own role by it is answered once more, with the role “No access”.',
        tags: ['directory'],
        params: roomParams,
        body: roomChange,
        response: { 200: contract },
      },
    },
    async (request) => {
      const room = await myRoomOf(db, request, request.params.room)
      if (!roleRights[room.role].edit) {
        const permission = editRoom[preferredLanguage(request)]
        throw new RequestError('permission-required', { permission })
      }
      const { companyId, userId } = callerOf(request).actor
      const ref = { companyId, id: room.id }
      const { name, defaultRole } = await changeRoom(db, ref, request.body)
      note(request, {
        subject: { kind: 'room', id: room.id },
        details: { changed: Object.keys(request.body) },
      })
      const changed = await findMyRoom(db, { ...ref, userId })
      const lost = { ...room, name, defaultRole, role: 'No access' } as const
      return openedRoom(db, request, changed ?? lost)
    },
  )
}

/** What a role gives, named beside the permissions of the company. */
const editRoom = { en: 'Edit the room (role Admin)', de: 'Raum bearbeiten (Rolle Admin)' } as const
