import { enterMeeting } from '../../access/meeting/enter-meeting.ts'
import { note } from '../audit/note.ts'
import { entry } from '../contract/my-room.ts'
import { callerOf } from '../guard.ts'
import { myRoomOf } from '../my-room-request.ts'
import { roomParams } from '../room-request.ts'
import type { Route } from '../route.ts'

/** Hands over to the company's meeting server. */
export const enterMyRoom: Route = (server, services) => {
  server.post(
    '/my-rooms/:room/entry',
    {
      config: { act: 'enter-my-room' },
      schema: {
        summary: 'Enter a room',
        description: 'Where to go, at once: what the address carries ends within minutes.',
        tags: ['directory'],
        params: roomParams,
        response: { 200: entry },
      },
    },
    async (request) => {
      const room = await myRoomOf(services.db, request, request.params.room)
      const { actor, firstName, lastName } = callerOf(request)
      const name = `${firstName} ${lastName}`.trim()
      const person = { id: actor.userId, name: name === '' ? actor.email : name }
      const address = await enterMeeting(services, actor.companyId, {
        room,
        person,
        role: room.role,
      })
      note(request, { subject: { kind: 'room', id: room.id }, details: { role: room.role } })
      return { address }
    },
  )
}
