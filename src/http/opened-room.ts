import type { FastifyRequest } from 'fastify'
import { may } from '../access/caller.ts'
import { findMeetingServer } from '../directory/meeting-servers.ts'
import type { MyRoom } from '../directory/my-rooms.ts'
import { peopleInRoom } from '../directory/people-in-room.ts'
import type { Db } from '../directory/schema.ts'
import type { OpenedRoom } from './contract/my-room.ts'
import { callerOf } from './guard.ts'
import { serialiseMyRoom } from './serialise-my-room.ts'

/** A room looked at closely by who may enter it. */
export async function openedRoom(
  db: Db,
  request: FastifyRequest,
  room: MyRoom,
): Promise<OpenedRoom> {
  const caller = callerOf(request)
  const { companyId } = caller.actor
  const isShown = may(caller, 'show-all-usernames')
  const people = isShown ? await peopleInRoom(db, { companyId, id: room.id }, shownPeople) : null
  return {
    ...serialiseMyRoom(room),
    defaultRole: room.defaultRole,
    canEnter: (await findMeetingServer(db, companyId)) !== undefined,
    users: people && [...people],
  }
}

const shownPeople = 100
