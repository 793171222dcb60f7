import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RoomRef } from '../directory/find-room.ts'
import { RequestError } from '../domain/request-error.ts'
import { callerOf } from './guard.ts'

/** The part of an address that names a room. */
export const roomParams = z.object({ room: z.string() })

/**
 * The caller's room of that id.
 * @throws RequestError `room-not-found` for what cannot be the id of any
 */
export function roomRef(request: FastifyRequest, id: string): RoomRef {
  if (!z.uuid().safeParse(id).success) throw new RequestError('room-not-found', { room: id })
  return { companyId: callerOf(request).actor.companyId, id }
}
