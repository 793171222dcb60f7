import type { FieldName, FieldValues } from '../domain/field.ts'
import { fields } from '../domain/fields.ts'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { cleanCell, isPrintableAscii } from './clean-cell.ts'
import { readBoolean } from './read-boolean.ts'
import { readEmail } from './read-email.ts'
import type { Reading } from './reading.ts'
import { readRole } from './read-role.ts'
import { readRooms } from './read-rooms.ts'
import { shownValue } from './shown-value.ts'
import { unwrapAddress } from './unwrap-address.ts'
import { withoutQuotes } from './without-quotes.ts'

/**
 * Reads one cell as the value of a field: a cell of the source, or what a person typed to mend one.
 * A cell that cannot be used is a problem, never a guess.
 */
export function readValue<F extends FieldName>(field: F, cell: string): Reading<FieldValues[F]> {
  if (!isBare(cell) || cell.length > fields[field].maxLength) return readAnyValue(field, cell)
  const reading = readers[field](cell)
  // What is wrapped around an address may be all that there is.
  return field === 'email' && 'problem' in reading ? readAnyValue(field, cell) : reading
}

/** Is the cell what remains of it once it is cleaned, and nothing that could be forbidden? Nearly all cells are. */
function isBare(cell: string): boolean {
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  return first > space && last > space && first !== straightQuote && isPrintableAscii(cell)
}

const space = 0x20
const straightQuote = 0x22

function readAnyValue<F extends FieldName>(field: F, cell: string): Reading<FieldValues[F]> {
  const text = cleanCell(cell)
  const bare = field === 'email' ? unwrapAddress(text) : withoutQuotes(text)
  if (bare === '') return { problem: problem('missing-value', field) }
  const unfit = isPrintableAscii(bare) ? undefined : forbiddenIn(field, bare)
  const long = unfit ?? tooLong(field, bare)
  return long === undefined ? readers[field](text) : { problem: long }
}

const readers: { readonly [F in FieldName]: (text: string) => Reading<FieldValues[F]> } = {
  email: readEmail,
  firstName: asItStands,
  lastName: asItStands,
  rooms: readRooms,
  role: readRole,
  name: asItStands,
  sendMail: readBoolean,
}

function asItStands(text: string): Reading<string> {
  return { value: withoutQuotes(text) }
}

// Control characters, halves of characters, what an undecodable byte became, separators of lines, and what turns
// the direction of the text around it: none of them belongs into a name, a mail or a database.
const forbidden = /[\p{Cc}\p{Cs}\ufffd\u2028-\u202e\u2066-\u2069]/u
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const turns = /[\u202a-\u202e\u2066-\u2069]+/g

function forbiddenIn(field: FieldName, text: string): Problem | undefined {
  if (!forbidden.test(text)) return undefined
  return problem('invalid-value', field, {
    value: shownValue(text),
    suggestion: mended(field, text),
  })
}

/** Line breaks are what Excel makes of Alt+Enter: what they stand for is clear. What turns the direction says nothing. */
function mended(field: FieldName, text: string): string | undefined {
  const joined = text.replace(breaks, field === 'rooms' ? ',' : ' ').replace(turns, '')
  if (forbidden.test(joined)) return undefined
  const clean = cleanCell(joined.replace(/ {2,}/g, ' '))
  return 'value' in readValue(field, clean) ? clean : undefined
}

function tooLong(field: FieldName, text: string): Problem | undefined {
  const limit = fields[field].maxLength
  if (text.length <= limit) return undefined
  const length = Array.from(text).length
  return length <= limit ? undefined : problem('too-long', field, { limit, length })
}
