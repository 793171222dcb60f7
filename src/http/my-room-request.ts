import type { FastifyRequest } from 'fastify'
import { findMyRoom, type MyRoom } from '../directory/my-rooms.ts'
import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import { callerOf } from './guard.ts'
import { roomRef } from './room-request.ts'

/**
 * The room of that id, as one that the caller may enter.
 * @throws RequestError `room-not-found`, as well for a room that they may not enter
 */
export async function myRoomOf(db: Db, request: FastifyRequest, id: string): Promise<MyRoom> {
  const { companyId, userId } = callerOf(request).actor
  const room = await findMyRoom(db, { ...roomRef(request, id), companyId, userId })
  if (room === undefined) throw new RequestError('room-not-found', { room: id })
  return room
}
