import type { RoomNames } from '../domain/field.ts'
import { problem } from '../domain/problem.ts'
import { cleanCell } from './clean-cell.ts'
import type { Reading } from './reading.ts'
import { withoutQuotes } from './without-quotes.ts'

/** Reads a clean cell as room names: the whole cell, and split at its commas. */
export function readRooms(text: string): Reading<RoomNames> {
  const parts = namesIn(text.startsWith('"') ? text : withoutQuotes(text))
  if (parts.length === 0) return { problem: problem('missing-value', 'rooms') }
  return { value: { whole: text, parts } }
}

function namesIn(text: string): readonly string[] {
  if (text.includes('"')) return distinct(splitAtCommas(text))
  return text.includes(',') ? distinct(text.split(',')) : [text]
}

// A quote opens a name only where a name begins, and only when it is closed where one ends:
// `15" screen, lobby` are two names. No room's name has more than 255 characters; without the limit a cell of
// 10,000 quotes would be read to its end for each of them.
const nextName = /\s*(?:"((?:[^"]|""){0,255})"\s*(?=,|$)|([^,]*))(?:,|$)/y

function splitAtCommas(text: string): string[] {
  const names: string[] = []
  nextName.lastIndex = 0
  while (nextName.lastIndex < text.length) {
    const [, quoted, plain] = nextName.exec(text) ?? []
    names.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  }
  return names
}

function distinct(names: readonly string[]): readonly string[] {
  const found = new Set(names.map(cleanCell))
  found.delete('')
  return [...found]
}
