import { queryOptions } from '@tanstack/react-query'
import type { Me } from '../../src/http/contract/me.ts'
import type {
  PasswordChange,
  PasswordChoice,
  PasswordLink,
} from '../../src/http/contract/session.ts'
import { ask } from './client.ts'

/** Has a link mailed with which to choose a password; whether anybody has the address is not told. */
export const askForPasswordLink = (email: string): Promise<unknown> =>
  ask('/password-links', { method: 'POST', body: { email } })

/** Whose password the link chooses. @throws ApiError `link-used`, `link-expired`, … */
export const passwordLinkQuery = (link: string) =>
  queryOptions({
    queryKey: ['password-link'],
    queryFn: ({ signal }) => ask<PasswordLink>('/password-link', { link, signal }),
    // What a link shows belongs to its page, and goes with it.
    gcTime: 0,
  })

/** Chooses the password, and signs in. @throws ApiError `password-too-short`, `password-too-common` */
export const choosePassword = (link: string, body: PasswordChoice): Promise<Me> =>
  ask('/password-link', { method: 'POST', link, body })

/** Changes one's own password; all other sessions end. @throws ApiError `wrong-password`, … */
export const changePassword = (body: PasswordChange): Promise<void> =>
  ask('/me/password', { method: 'PUT', body })
