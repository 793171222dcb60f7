import type { Random } from '../random.ts'
import { wrongRole } from './judge-rows.ts'
import type { World, WorldRow } from './world.ts'

export interface RowsToMake {
  readonly world: World
  readonly operation: string
  readonly count: number
  /** Part of new addresses, so that each batch brings its own. */
  readonly mark: string
  /** Who must stay, for there must be somebody to do the work. */
  readonly keep: string
}

const roles = ['Admin', 'Moderator', 'Participant', 'Guest'] as const

/**
 * Rows as people bring them: the same person again and again, far apart and in other rooms, and now and then a
 * problem of each kind.
 */
export function makeRows(random: Random, wanted: RowsToMake): readonly WorldRow[] {
  const people = peopleFor(random, wanted)
  const rooms = [...wanted.world.rooms.keys()]
  return Array.from({ length: wanted.count }, () => {
    const email = random.pick(people)
    const { firstName, lastName } = nameOf(wanted.world, email)
    const some = random.shuffled(rooms).slice(0, random.whole(1, Math.min(3, rooms.length)))
    return {
      email,
      firstName: random.chance(0.02) ? 'Other' : random.chance(0.01) ? '' : firstName,
      lastName,
      rooms: random.chance(0.02) ? [...some, 'nowhere at all'] : some,
      // Nearly always the same for a person: else rows would only contradict each other.
      role: random.chance(0.02)
        ? wrongRole
        : random.chance(0.05)
          ? random.pick(roles)
          : (roles[(email.length + wanted.mark.length) % roles.length] ?? 'Guest'),
      sendMail: random.chance(0.02) === email.includes('1'),
    }
  })
}

function peopleFor(random: Random, { world, operation, count, mark, keep }: RowsToMake) {
  const known = [...world.users.keys()].filter((email) => email !== keep)
  const guests = [...new Set([...world.guests.values()].map(({ email }) => email))]
  const fresh = Array.from(
    { length: Math.ceil(count / 3) },
    (_, n) => `${operation === 'invite-guests' ? 'guest' : 'person'}-${mark}-${n}@example.org`,
  )
  const familiar = operation === 'invite-guests' ? guests : known
  // Whoever deletes everybody has nothing left to try.
  const most = operation === 'delete-users' ? Math.ceil(known.length / 3) : Math.ceil(count / 2)
  const some = random.shuffled(familiar).slice(0, most)
  const strangers = operation.startsWith('invite') ? fresh : fresh.slice(0, 5)
  return [...some, ...strangers]
}

function nameOf(world: World, email: string): Pick<WorldRow, 'firstName' | 'lastName'> {
  const [firstName = 'P', lastName = 'N'] = world.users.get(email)?.name.split(' ') ?? []
  return { firstName, lastName }
}

const columns = {
  email: ['Email', ({ email }: WorldRow) => email],
  firstName: ['First name', ({ firstName }: WorldRow) => firstName],
  lastName: ['Last name', ({ lastName }: WorldRow) => lastName],
  name: ['Name', ({ firstName }: WorldRow) => firstName],
  role: ['Role', ({ role }: WorldRow) => role],
  sendMail: ['Send mail', ({ sendMail }: WorldRow) => (sendMail ? 'True' : 'False')],
} as const

const fieldsOf: Readonly<Record<string, readonly (keyof typeof columns | 'rooms')[]>> = {
  'invite-users': ['email', 'firstName', 'lastName'],
  'delete-users': ['email'],
  'assign-users-to-rooms': ['email', 'rooms', 'role'],
  'remove-users-from-rooms': ['email'],
  'invite-and-assign-users': ['email', 'firstName', 'lastName', 'rooms', 'role'],
  'invite-guests': ['email', 'name', 'rooms', 'role', 'sendMail'],
}

export const operationNames = Object.keys(fieldsOf)

/** The rows as the CSV text that is brought, with a header; rooms by the names that they bear now. */
export function asText(world: World, operation: string, rows: readonly WorldRow[]): string {
  const fields = fieldsOf[operation] ?? []
  const roomsOf = ({ rooms }: WorldRow) =>
    `"${rooms.map((room) => world.rooms.get(room)?.name ?? room).join(',')}"`
  const header = fields.map((field) => (field === 'rooms' ? 'Rooms' : columns[field][0]))
  const lines = rows.map((row) =>
    fields.map((field) => (field === 'rooms' ? roomsOf(row) : columns[field][1](row))).join(','),
  )
  return [header.join(','), ...lines].join('\n')
}
