import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { GuestRef } from '../directory/find-guest.ts'
import { RequestError } from '../domain/request-error.ts'
import { callerOf } from './guard.ts'

/** The part of an address that names a guest. */
export const guestParams = z.object({ guest: z.string() })

/**
 * The guest of that id in the caller's company.
 * @throws RequestError `guest-not-found` for what cannot be the id of any
 */
export function guestRef(request: FastifyRequest, id: string): GuestRef {
  if (!z.uuid().safeParse(id).success) throw new RequestError('guest-not-found', { guest: id })
  return { companyId: callerOf(request).actor.companyId, id }
}
