import { grantPermissions as grant } from '../../access/grant-permissions.ts'
import { note } from '../audit/note.ts'
import { permissionsChange, userDetail } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { showUser, userParams, userRef } from '../user-request.ts'
import type { Route } from '../route.ts'

/** What a user may do in the company. It holds from their next request on, and for what is running on their behalf. */
export const grantPermissions: Route = (server, services) => {
  server.put(
    '/users/:user/permissions',
    {
      config: { act: 'grant-permissions' },
      schema: {
        summary: 'Grant and revoke permissions',
        description: 'Nobody grants or revokes what they lack, and nobody revokes their own.',
        tags: ['directory'],
        params: userParams,
        body: permissionsChange,
        response: { 200: userDetail },
      },
    },
    async (request) => {
      const ref = userRef(request, request.params.user)
      const wished = request.body.permissions
      const { granted, revoked } = await grant(services.db, callerOf(request), {
        userId: ref.id,
        wished,
      })
      note(request, {
        subject: { kind: 'user', id: ref.id },
        details: { granted: [...granted], revoked: [...revoked] },
      })
      return await showUser(request, services, ref)
    },
  )
}
