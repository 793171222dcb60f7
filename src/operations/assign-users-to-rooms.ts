import { rolesOf } from '../directory/roles-of.ts'
import { roomsByName, type NamedRooms } from '../directory/rooms-by-name.ts'
import type { KnownRoom } from '../directory/rooms-with-names.ts'
import { setRoles } from '../directory/set-roles.ts'
import type { Json } from '../domain/json.ts'
import { notice, problem, type Notice, type Problem } from '../domain/problem.ts'
import type { Role } from '../domain/role.ts'
import { defineOperation, type Part, type Row } from './operation.ts'

export const assignUsersToRooms = defineOperation({
  name: 'assign-users-to-rooms',
  label: { en: 'Assign users to rooms', de: 'Benutzer Räumen zuordnen' },
  summary: {
    en: 'Each user gets the role in every room that the row names; an earlier role is overwritten. Nobody is mailed.',
    de: 'Jeder Benutzer bekommt die Rolle in jedem Raum, den die Zeile nennt; eine frühere Rolle wird überschrieben. Es gehen keine Mails hinaus.',
  },
  fields: ['email', 'rooms', 'role'],
  examples: [
    ['ada@example.org', 'room 1', 'Participant'],
    ['alan@example.org', 'room 1', 'Admin'],
    ['grace@example.org', 'room 1,room 2,room 3', 'Guest'],
  ],
  facts: { user: rolesOf, rooms: roomsByName },
  verify: (row, { user, rooms }) => {
    const problems = [
      ...(user === undefined ? [unknownUser(row)] : []),
      ...unknownRooms(row, rooms),
    ]
    if (user === undefined || !('known' in rooms)) return { problems }
    const roleIn = (roomId: string) => user.roles.get(roomId)
    const parts = assignments(row, rooms.known, { userId: user.id, roleIn })
    return { parts, notices: assignmentNotices(parts) }
  },
  apply: async (act, effects) => {
    const needed = effects.flatMap(({ parts }) => parts).filter((part) => part.needed)
    await setRoles(
      act,
      needed.map(({ change: { userId, room, role, isNew } }) => {
        return { userId, roomId: room.id, role, isNew }
      }),
    )
  },
})

/** To give a user the role in a room. */
export interface Assign<UserId> {
  readonly kind: 'assign'
  readonly userId: UserId
  readonly room: KnownRoom
  readonly role: Role
  /** The user has no role of their own there. */
  readonly isNew: boolean
}

/** What assigning would do, room by room. */
export function assignments<UserId extends string | null>(
  row: Row<'email' | 'role'>,
  rooms: readonly KnownRoom[],
  { userId, roleIn }: { userId: UserId; roleIn: (roomId: string) => Role | undefined },
): readonly Part<Assign<UserId>>[] {
  return rooms.map((room) => {
    const before = roleIn(room.id)
    return {
      about: room.id,
      says: row.role,
      field: 'role',
      needed: before !== row.role,
      effect: before === undefined ? 'assigned' : 'role-changed',
      before: inRoom(room, before),
      after: inRoom(room, row.role),
      mails: false,
      change: { kind: 'assign', userId, room, role: row.role, isNew: before === undefined },
    }
  })
}

function inRoom({ name }: KnownRoom, role: Role | undefined): Json {
  return role === undefined ? null : { room: name, role }
}

function assignmentNotices(parts: readonly Part<unknown>[]): readonly Notice[] {
  return parts.some((part) => part.needed) ? [] : [notice('already-so')]
}

export function unknownUser({ email }: Row<'email'>): Problem {
  return problem('unknown-user', 'email', { value: email.text })
}

/** A problem that names every room which does not exist; none when all do. */
export function unknownRooms(
  { rooms: { whole } }: Row<'rooms'>,
  rooms: NamedRooms,
): readonly Problem[] {
  if ('known' in rooms) return []
  const { unknown, suggestion } = rooms
  const value = unknown.join(', ')
  const particulars = { value, ...(value !== whole && { cell: whole }) }
  return [problem('unknown-room', 'rooms', { ...particulars, suggestion })]
}
