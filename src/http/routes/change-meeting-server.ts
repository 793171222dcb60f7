import { changeMeetingServer as change } from '../../access/meeting/change-meeting-server.ts'
import { note } from '../audit/note.ts'
import { meetingServer, meetingServerChange } from '../contract/company.ts'
import { callerOf } from '../guard.ts'
import { serialiseMeetingServer } from '../serialise-meeting-server.ts'
import type { Route } from '../route.ts'

/** Says where the company's rooms are entered from now on. */
export const changeMeetingServer: Route = (server, services) => {
  server.put(
    '/company/meeting-server',
    {
      config: { act: 'change-meeting-server' },
      schema: {
        summary: 'Set the company’s meeting server',
        description: 'The secret is kept sealed, and never shown again.',
        tags: ['directory'],
        body: meetingServerChange,
        response: { 200: meetingServer },
      },
    },
    async (request) => {
      const { companyId } = callerOf(request).actor
      const changed = await change(services, companyId, request.body)
      note(request, {
        subject: { kind: 'company', id: companyId },
        details: {
          address: changed.address,
          isSigned: changed.signing !== null,
          newSecret: typeof request.body.secret === 'string',
        },
      })
      return serialiseMeetingServer(changed)
    },
  )
}
