import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { grantable } from '../access/grants.ts'
import { findUser, type UserRef } from '../directory/find-user.ts'
import { invitationEnd } from '../domain/invitation.ts'
import { RequestError } from '../domain/request-error.ts'
import type { UserDetail } from './contract/directory.ts'
import { callerOf } from './guard.ts'
import type { Services } from './route.ts'

/** The part of an address that names a user. */
export const userParams = z.object({ user: z.string() })

/**
 * The user of that id in the caller's company.
 * @throws RequestError `user-not-found` for what cannot be the id of any
 */
export function userRef(request: FastifyRequest, id: string): UserRef {
  if (!z.uuid().safeParse(id).success) throw new RequestError('user-not-found', { email: id })
  return { companyId: callerOf(request).actor.companyId, id }
}

/** The user as they are now, and what the caller may grant them. */
export async function showUser(
  request: FastifyRequest,
  { db, now }: Pick<Services, 'db' | 'now'>,
  ref: UserRef,
): Promise<UserDetail> {
  const { permissions, actor } = callerOf(request)
  const found = await findUser(db, { ...ref, now: now() })
  const { invitedAt, inviter, createdAt, lastSeenAt, ...user } = found
  return {
    ...user,
    permissions: [...user.permissions],
    rooms: [...user.rooms],
    createdAt: createdAt.toISOString(),
    invitation: invitedAt && {
      issuedAt: invitedAt.toISOString(),
      until: invitationEnd(invitedAt).toISOString(),
      inviter,
    },
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    grantable: [...grantable({ permissions, isSelf: ref.id === actor.userId })],
  }
}
