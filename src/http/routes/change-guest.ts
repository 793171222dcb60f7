import { changeGuest as change } from '../../directory/change-guest.ts'
import { findGuest } from '../../directory/find-guest.ts'
import { note } from '../audit/note.ts'
import { guest, guestChange } from '../contract/directory.ts'
import { guestParams, guestRef } from '../guest-request.ts'
import { serialiseGuest } from '../serialise-guest.ts'
import type { Route } from '../route.ts'

/** Changes what a guest is called, what they may do, or when. It takes effect at once. */
export const changeGuest: Route = (server, { db, links }) => {
  server.patch(
    '/guests/:guest',
    {
      config: { act: 'change-guest' },
      schema: {
        summary: 'Change a guest’s name, role or validity',
        tags: ['directory'],
        params: guestParams,
        body: guestChange,
        response: { 200: guest },
      },
    },
    async (request) => {
      const ref = guestRef(request, request.params.guest)
      const { validFrom, validUntil, ...rest } = request.body
      await change(db, ref, {
        ...rest,
        validFrom: asDate(validFrom),
        validUntil: asDate(validUntil),
      })
      note(request, {
        subject: { kind: 'guest', id: ref.id },
        details: { changed: Object.keys(request.body) },
      })
      return serialiseGuest(await findGuest(db, ref), ref.companyId, links)
    },
  )
}

/** Null: none; undefined: not said. */
function asDate(text: string | null | undefined): Date | null | undefined {
  return typeof text === 'string' ? new Date(text) : text
}
