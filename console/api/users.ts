import { queryOptions } from '@tanstack/react-query'
import type { UserDetail } from '../../src/http/contract/directory.ts'
import type { Permission } from '../../src/domain/permission.ts'
import { address, ask } from './client.ts'

/** A user looked at closely: among the lists, since whatever changes those may change this, too. */
export const userQuery = (user: string) =>
  queryOptions({
    queryKey: ['lists', '/users', user],
    queryFn: ({ signal }) => ask<UserDetail>(`/users/${user}`, { signal }),
  })

/**
 * Grants a user these permissions and no others.
 * @throws ApiError `grant-not-yours`, `cannot-revoke-your-own`
 */
export const grantPermissions = (
  user: string,
  permissions: readonly Permission[],
): Promise<UserDetail> =>
  ask(`/users/${user}/permissions`, { method: 'PUT', body: { permissions } })

/** Sends a new invitation; the link of the earlier one dies. @throws ApiError `already-active` */
export const inviteAgain = (user: string): Promise<UserDetail> =>
  ask(`/users/${user}/invitation`, { method: 'POST' })

/** Where all that is known about a user is downloaded. */
export const userDataAddress = (user: string): string => address(`/users/${user}/data`)
