import { parseEmail } from '../domain/email.ts'
import type { SourceRow } from '../domain/table.ts'
import { cleanCell } from './clean-cell.ts'
import { readBoolean } from './read-boolean.ts'
import { readRole } from './read-role.ts'
import { readRooms } from './read-rooms.ts'
import { unwrapAddress } from './unwrap-address.ts'

/** What the cells of a column are, as shares (0 to 1) of those that are not empty. */
export interface ColumnContent {
  /** How many cells are not empty. */
  readonly filled: number
  readonly emails: number
  readonly rooms: number
  readonly roles: number
  readonly booleans: number
  /** Cells with a letter that are no addresses. */
  readonly words: number
  /** Those of them that are not of the other kinds either: names are most likely among these. */
  readonly texts: number
  /** Those of them that look like a first and a last name. */
  readonly fullNames: number
}

/** Looks at what stands in one column of the data rows. */
export function columnContent(
  rows: readonly SourceRow[],
  column: number,
  knownRooms: ReadonlySet<string>,
): ColumnContent {
  const cells = rows
    .map(({ cells }) => cleanCell(cells[column] ?? ''))
    .filter((cell) => cell !== '')
  const kinds = cells.map((cell) => kindsOf(cell, knownRooms))
  const share = (kind: keyof CellKinds) =>
    cells.length === 0 ? 0 : kinds.filter((kinds) => kinds[kind]).length / cells.length
  return {
    filled: cells.length,
    emails: share('email'),
    rooms: share('room'),
    roles: share('role'),
    booleans: share('boolean'),
    words: share('word'),
    texts: share('text'),
    fullNames: share('fullName'),
  }
}

/** Does this cell, taken for itself, look like data of a kind that no title has? */
export function looksLikeAddress(cell: string): boolean {
  return parseEmail(cell) !== undefined || /^[^\s@]+@[^\s@]+$/.test(cell)
}

interface CellKinds {
  readonly email: boolean
  readonly room: boolean
  readonly role: boolean
  readonly boolean: boolean
  readonly word: boolean
  readonly text: boolean
  readonly fullName: boolean
}

// What is longer is no address and no word of a vocabulary, and looking for one would take its time.
const longestAddress = 1_000
const longestWord = 50

function kindsOf(cell: string, knownRooms: ReadonlySet<string>): CellKinds {
  const email = cell.length <= longestAddress && looksLikeAddress(unwrapAddress(cell))
  const room = namesKnownRooms(cell, knownRooms)
  const isShort = cell.length <= longestWord
  // *None* is what many programs write for an empty cell.
  const role = isShort && !/^none$/i.test(cell) && 'value' in readRole(cell)
  const boolean = isShort && 'value' in readBoolean(cell)
  const word = !email && /\p{L}/u.test(cell)
  const text = word && !room && !role && !boolean
  return { email, room, role, boolean, word, text, fullName: text && fullName.test(cell) }
}

// Two words at least, and nothing that no name has: no digit, no bracket but around a nickname.
const fullName = /^[“"]?\p{L}[\p{L}\p{M}.'’()“”"-]*[\s,]+[\p{L}(“"][\p{L}\p{M}\s.,'’()“”"-]*$/u

function namesKnownRooms(cell: string, knownRooms: ReadonlySet<string>): boolean {
  if (knownRooms.size === 0) return false
  if (knownRooms.has(cell)) return true
  const reading = readRooms(cell)
  return 'value' in reading && reading.value.parts.some((part) => knownRooms.has(part))
}
