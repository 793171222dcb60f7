import {
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  oneof,
  record,
  uniqueArray,
  type Arbitrary,
} from 'fast-check'
import type { Role } from '../../../src/domain/role.ts'

/** A small world of users and rooms, as the rules of assigning and inviting see it. */
export interface ModelUser {
  readonly email: string
  readonly status: 'active' | 'invited' | 'expired'
  readonly rooms: Readonly<Record<string, Role>>
}

export interface ModelRow {
  readonly email: string
  readonly name: string
  readonly rooms: readonly string[]
  readonly role: string
}

export interface ModelWorld {
  readonly invites: boolean
  readonly users: readonly ModelUser[]
  readonly rows: readonly ModelRow[]
}

/** What must come of a world. */
export interface ModelOutcome {
  /** Row by row: `ready`, `unchanged` or `error`. */
  readonly states: readonly string[]
  readonly users: Readonly<Record<string, { status: string; rooms: Record<string, string> }>>
  /** The rooms of the one mail that a recipient gets. */
  readonly mails: Readonly<Record<string, readonly string[]>>
}

export const modelRooms = ['a', 'b', 'c']
const emails = ['ann@x.org', 'ben@x.org', 'cem@x.org', 'dea@x.org']
const roles: readonly Role[] = ['Admin', 'Guest']

const someRole = constantFrom(...roles)
const someRooms = uniqueArray(constantFrom(...modelRooms, ...modelRooms, 'nowhere'), {
  minLength: 1,
  maxLength: 3,
})

export const modelWorlds: Arbitrary<ModelWorld> = record({
  invites: boolean(),
  users: uniqueArray(
    record({
      email: constantFrom(...emails),
      status: constantFrom('active', 'invited', 'expired'),
      rooms: dictionary(constantFrom(...modelRooms), someRole),
    }),
    { selector: ({ email }) => email },
  ),
  rows: array(
    record({
      email: constantFrom(...emails),
      name: oneof({ weight: 6, arbitrary: constant('Same') }, constantFrom('Other', '')),
      rooms: someRooms,
      role: oneof({ weight: 9, arbitrary: someRole }, constant('Nonsense')),
    }),
    { minLength: 1, maxLength: 10 },
  ),
})

/** The rules of the domain, written down once more in the plainest way: row by row, one thing at a time. */
export function expected({ invites, users, rows }: ModelWorld): ModelOutcome {
  const found = new Map(users.map((user) => [user.email, user]))
  const said = new Map<string, string>()
  const mailed = new Map<string, string[]>()
  const result: Record<string, { status: string; rooms: Record<string, string> }> = {}
  for (const { email, status, rooms } of users) {
    result[email] = { status: status === 'active' ? 'active' : 'invited', rooms: { ...rooms } }
  }

  const states = rows.map(({ email, name, rooms, role }) => {
    const user = found.get(email)
    const isWrong =
      role === 'Nonsense' ||
      rooms.includes('nowhere') ||
      (invites ? name === '' : user === undefined)
    if (isWrong) return 'error'

    const claims = rooms.map((room) => [`${email} in ${room}`, role] as const)
    const all = invites ? [[email, name] as const, ...claims] : claims
    if (all.some(([about, says]) => (said.get(about) ?? says) !== says)) return 'error'

    const isInvitedNow =
      invites && !said.has(email) && user?.status !== 'active' && user?.status !== 'invited'
    const fresh = rooms.filter((room) => !said.has(`${email} in ${room}`))
    const needed = fresh.filter((room) => user?.rooms[room] !== role)
    for (const [about, says] of all) said.set(about, says)
    if (isInvitedNow) {
      mailed.set(email, [])
      result[email] ??= { status: 'invited', rooms: {} }
    }
    for (const room of needed) Object.assign(result[email]?.rooms ?? {}, { [room]: role })
    mailed.get(email)?.push(...fresh.map((room) => `${room}: ${role}`))
    return isInvitedNow || needed.length > 0 ? 'ready' : 'unchanged'
  })
  return { states, users: result, mails: Object.fromEntries(mailed) }
}
