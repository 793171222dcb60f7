import type { RoomNames } from '../domain/field.ts'
import { nearestOf } from '../domain/nearest.ts'
import { askedNames } from './asked-names.ts'
import type { Ask, Fact } from './fact.ts'
import { roomsWithNames, type KnownRoom } from './rooms-with-names.ts'

/** What a cell's names mean: the rooms, or the names that no room bears. */
export type NamedRooms =
  | { readonly known: readonly KnownRoom[] }
  | {
      readonly unknown: readonly string[]
      /** The cell that would be right, where every unknown name has one clearly nearest room. */
      readonly suggestion: string | undefined
    }

/**
 * Which rooms does the cell name? The whole cell is tried as one name first, then its parts; names
 * match exactly, case included. What is nearly right is only suggested.
 */
export const roomsByName: Fact<{ readonly rooms: RoomNames }, NamedRooms> = async (ask, rows) => {
  // A file names the same few rooms again and again: each cell is answered once.
  const cells = new Map<string, RoomNames>()
  for (const { rooms } of rows) cells.set(rooms.whole, rooms)
  const known = await roomsWithNames(ask, askedNames(rows))
  const answers = new Map<string, NamedRooms>()
  for (const [cell, { whole, parts }] of cells) {
    const asOne = known.get(whole)
    const named = asOne === undefined ? parts.map((part) => known.get(part) ?? part) : [asOne]
    answers.set(cell, named.every(isKnown) ? { known: named } : await explain(ask, whole, named))
  }
  return ({ rooms }) => answers.get(rooms.whole) ?? { known: [] }
}

function isKnown(named: KnownRoom | string): named is KnownRoom {
  return typeof named !== 'string'
}

async function explain(
  ask: Ask,
  whole: string,
  named: readonly (KnownRoom | string)[],
): Promise<NamedRooms> {
  const unknown = named.filter((room) => typeof room === 'string')
  const nearest = await nearestRoom(ask)
  return { unknown, suggestion: nearest(whole) ?? suggestCell(named, nearest) }
}

type Nearest = (name: string) => string | undefined

// All names are fetched and indexed once per verification, and only if a name was unknown.
const nearestRooms = new WeakMap<Ask, Promise<Nearest>>()

function nearestRoom(ask: Ask): Promise<Nearest> {
  const prepared = nearestRooms.get(ask) ?? prepareNearestRoom(ask)
  nearestRooms.set(ask, prepared)
  return prepared
}

async function prepareNearestRoom({ tx, companyId }: Ask): Promise<Nearest> {
  const rooms = await tx
    .selectFrom('rooms')
    .select('name')
    .where('company_id', '=', companyId)
    .orderBy('name')
    .execute()
  return nearestOf(rooms.map(({ name }) => name))
}

function suggestCell(named: readonly (KnownRoom | string)[], nearest: Nearest): string | undefined {
  const names = named.map((room) => (typeof room === 'string' ? nearest(room) : room.name))
  if (names.some((name) => name === undefined)) return undefined
  return names.length === 1 ? names[0] : names.map((name) => quoted(name ?? '')).join(',')
}

function quoted(name: string): string {
  return /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
}
