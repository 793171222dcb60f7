import { randomBytes } from 'node:crypto'

/**
 * A new identifier: a UUID of version 7 (RFC 9562). Identifiers made one after the other in a
 * process sort in that order, which keeps the indexes of the database sequential.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMillisecond++
    sequence = 0
  }
  return format(lastMillisecond, sequence, eightRandomBytes())
}

/** No identifier that was made at this moment or later sorts before this one. */
export function firstIdOf(moment: Date): string {
  return format(moment.getTime(), 0, '0'.repeat(16))
}

let lastMillisecond = 0
let sequence = 0

// Randomness by the pool: one system call, and one text, for 1,024 identifiers.
let pool = ''
let used = 0

function eightRandomBytes(): string {
  if (used === pool.length) {
    pool = randomBytes(8 * 1024).toString('hex')
    used = 0
  }
  return pool.slice(used, (used += 16))
}

function format(millisecond: number, sequence: number, random: string): string {
  const variant = (8 | (Number.parseInt(random.charAt(0), 16) & 3)).toString(16)
  return `${timeOf(millisecond)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4)}`
}

// Thousands of identifiers are made in the same few milliseconds.
let written = { millisecond: -1, time: '' }

function timeOf(millisecond: number): string {
  if (written.millisecond !== millisecond) {
    const digits = millisecond.toString(16).padStart(12, '0')
    written = { millisecond, time: `${digits.slice(0, 8)}-${digits.slice(8)}` }
  }
  return written.time
}
