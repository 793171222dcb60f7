import { queryOptions } from '@tanstack/react-query'
import type { Invitation, InvitationAcceptance } from '../../src/http/contract/invitation.ts'
import type { Me } from '../../src/http/contract/me.ts'
import { ask } from './client.ts'

/** Who is invited by whom, and to what. @throws ApiError `link-used`, `link-expired`, … */
export const invitationQuery = (link: string) =>
  queryOptions({
    queryKey: ['invitation'],
    queryFn: ({ signal }) => ask<Invitation>('/invitation', { link, signal }),
    gcTime: 0,
  })

/** Becomes an active user, and signs in. @throws ApiError `password-too-short`, `password-too-common` */
export const acceptInvitation = (link: string, body: InvitationAcceptance): Promise<Me> =>
  ask('/invitation', { method: 'POST', link, body })

/** Has the invitation mailed anew to the address that it was for. @throws ApiError `link-renewed-lately` */
export const renewInvitation = (link: string): Promise<unknown> =>
  ask('/invitation/renewal', { method: 'POST', link })
