import { findMeetingServer } from '../../directory/meeting-servers.ts'
import { meetingServer } from '../contract/company.ts'
import { callerOf } from '../guard.ts'
import { serialiseMeetingServer } from '../serialise-meeting-server.ts'
import type { Route } from '../route.ts'

/** Where the company's rooms are entered; null where that is nowhere. */
export const showMeetingServer: Route = (server, { db }) => {
  server.get(
    '/company/meeting-server',
    {
      config: { act: 'show-meeting-server' },
      schema: {
        summary: 'The company’s meeting server',
        tags: ['directory'],
        response: { 200: meetingServer.nullable() },
      },
    },
    async (request) => {
      const found = await findMeetingServer(db, callerOf(request).actor.companyId)
      return found === undefined ? null : serialiseMeetingServer(found)
    },
  )
}
