import type { EffectName } from '../../../src/domain/effect.ts'
import { guestKey, type World, type WorldRow } from './world.ts'

/** What must become of a row when nobody interferes. */
export interface Expected {
  readonly state: 'done' | 'unchanged' | 'error'
  readonly effects: readonly EffectName[]
}

/** What a row says about one thing; two rows that say otherwise of it contradict each other. */
interface Claim {
  readonly about: string
  readonly says: string
  /** What it would do there; null: the directory is so already, or it says it only. */
  readonly effect: EffectName | 'mail only' | null
}

/**
 * The rules of the domain once more, which share nothing with those of the product: row by row, one thing at a time.
 */
export function judgeRows(
  world: World,
  operation: string,
  rows: readonly WorldRow[],
): readonly Expected[] {
  const said = new Map<string, string>()
  return rows.map((row) => {
    const claims = claimsOf(world, operation, row)
    if (claims === null) return { state: 'error', effects: [] }
    if (claims.some(({ about, says }) => (said.get(about) ?? says) !== says)) {
      return { state: 'error', effects: [] }
    }
    const fresh = claims.filter(({ about }) => !said.has(about))
    for (const { about, says } of claims) said.set(about, says)
    const needed = fresh.flatMap(({ effect }) => effect ?? [])
    return {
      state: needed.length > 0 ? 'done' : 'unchanged',
      effects: needed.filter((effect) => effect !== 'mail only'),
    }
  })
}

/** Null: the row is wrong by itself. */
function claimsOf(world: World, operation: string, row: WorldRow): readonly Claim[] | null {
  const user = world.users.get(row.email)
  const namesRooms = operation.includes('assign') || operation === 'invite-guests'
  const isWrong =
    (namesRooms && (row.role === wrongRole || row.rooms.some((room) => !world.rooms.has(room)))) ||
    (isAboutKnown(operation) && user === undefined) ||
    (operation.startsWith('invite') && row.firstName === '')
  if (isWrong) return null
  switch (operation) {
    case 'invite-users':
      return [invitation(world, row)]
    case 'assign-users-to-rooms':
      return assignments(world, row)
    case 'invite-and-assign-users':
      return [invitation(world, row), ...assignments(world, row)]
    case 'remove-users-from-rooms':
      return [claim(row, (user?.rooms.size ?? 0) > 0 ? 'removed-from-rooms' : null)]
    case 'delete-users':
      return [claim(row, 'deleted')]
    case 'invite-guests':
      return guestLinks(world, row)
    default:
      throw new Error(`The model knows no ${operation}.`)
  }
}

/** What no role is called. */
export const wrongRole = 'Nonsense'

function isAboutKnown(operation: string): boolean {
  return !operation.startsWith('invite')
}

function claim({ email }: WorldRow, effect: EffectName | null): Claim {
  return { about: email, says: '', effect }
}

function invitation(world: World, row: WorldRow): Claim {
  const status = world.users.get(row.email)?.status
  const effect = status === undefined ? 'invited' : status === 'expired' ? 'invited-again' : null
  return { about: row.email, says: `${row.firstName} ${row.lastName}`, effect }
}

function assignments(world: World, row: WorldRow): readonly Claim[] {
  return row.rooms.map((room) => {
    const before = world.users.get(row.email)?.rooms.get(room)
    const effect = before === undefined ? 'assigned' : before === row.role ? null : 'role-changed'
    return { about: guestKey(row.email, room), says: row.role, effect }
  })
}

function guestLinks(world: World, row: WorldRow): readonly Claim[] {
  const links = row.rooms.map((room): Claim => {
    const link = world.guests.get(guestKey(row.email, room))
    const isSo = link !== undefined && link.name === row.firstName && link.role === row.role
    const effect = isSo
      ? row.sendMail && !link.isMailed
        ? 'mail only'
        : null
      : link === undefined
        ? 'guest-invited'
        : 'guest-changed'
    return { about: guestKey(row.email, room), says: `${row.role} ${row.sendMail}`, effect }
  })
  return [{ about: row.email, says: row.firstName, effect: null }, ...links]
}
