import { guestByLink } from '../../access/guest-by-link.ts'
import { findMeetingServer } from '../../directory/meeting-servers.ts'
import { roleRights } from '../../domain/role.ts'
import { guestRoom } from '../contract/my-room.ts'
import { linkOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** What the page of a guest link shows: its one room. */
export const showGuestRoom: Route = (server, { db, now }) => {
  server.get(
    '/guest-room',
    {
      config: { act: 'show-guest-room' },
      schema: {
        summary: 'The room of a guest link',
        tags: ['access'],
        response: { 200: guestRoom },
      },
    },
    async (request) => {
      const guest = await guestByLink(db, linkOf(request), now())
      const { company, room, name, role, language, validUntil } = guest
      return {
        company,
        room: room.name,
        name,
        role,
        language,
        may: roleRights[role],
        validUntil: validUntil?.toISOString() ?? null,
        canEnter: (await findMeetingServer(db, guest.companyId)) !== undefined,
      }
    },
  )
}
