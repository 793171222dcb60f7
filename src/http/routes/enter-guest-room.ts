import { guestByLink } from '../../access/guest-by-link.ts'
import { enterMeeting } from '../../access/meeting/enter-meeting.ts'
import { note } from '../audit/note.ts'
import { entry } from '../contract/my-room.ts'
import { linkOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Hands a guest over to the meeting server of the company that invited them. */
export const enterGuestRoom: Route = (server, services) => {
  server.post(
    '/guest-room/entry',
    {
      config: { act: 'enter-guest-room' },
      schema: {
        summary: 'Enter the room of a guest link',
        description: 'Where to go, at once: what the address carries ends within minutes.',
        tags: ['access'],
        response: { 200: entry },
      },
    },
    async (request) => {
      const guest = await guestByLink(services.db, linkOf(request), services.now())
      const { companyId, room, role } = guest
      const address = await enterMeeting(services, companyId, { room, person: guest, role })
      note(request, {
        companyId,
        actor: { kind: 'guest', id: guest.id },
        subject: { kind: 'room', id: room.id },
        details: { role },
      })
      return { address }
    },
  )
}
