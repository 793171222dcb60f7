import { words } from './words.ts'
import { mostBytes } from './target.ts'

/** A random number from 0 up to, and without, the given one. */
export type Random = (below: number) => number

/** The same numbers for the same seed (xorshift). */
export function randomFrom(seed: number): Random {
  let state = seed | 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % Math.max(1, below)
  }
}

/** An input made of another one, in one to eight steps; `others` give pieces to it. */
export function mutate(
  input: Uint8Array,
  others: readonly Uint8Array[],
  random: Random,
): Uint8Array {
  let bytes: Buffer = Buffer.from(input)
  for (let steps = 1 << random(4); steps > 0; steps--) {
    const change = changes[random(changes.length)] ?? flip
    bytes = change(bytes, random, others)
  }
  return bytes.subarray(0, mostBytes)
}

type Change = (bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Buffer

const flip: Change = (bytes, random) => {
  const at = random(bytes.length)
  const value = (bytes[at] ?? 0) ^ (1 << random(8))
  return splice(bytes, at, 1, Buffer.of(value))
}

const put: Change = (bytes, random) =>
  splice(bytes, random(bytes.length + 1), random(2), Buffer.of(random(256)))

const cut: Change = (bytes, random) => {
  const from = random(bytes.length)
  return splice(bytes, from, random(bytes.length - from + 1), Buffer.alloc(0))
}

const repeat: Change = (bytes, random) => {
  const from = random(bytes.length)
  const piece = bytes.subarray(from, from + 1 + random(64))
  const times = 1 + random(16)
  return splice(bytes, from, 0, Buffer.concat(Array.from({ length: times }, () => piece)))
}

const insertWord: Change = (bytes, random) => {
  const word = words[random(words.length)] ?? ''
  return splice(bytes, random(bytes.length + 1), random(8), Buffer.from(word))
}

const takeFromAnother: Change = (bytes, random, others) => {
  const other = others[random(others.length)] ?? bytes
  const from = random(other.length)
  const piece = other.subarray(from, from + 1 + random(256))
  return splice(bytes, random(bytes.length + 1), random(piece.length), Buffer.from(piece))
}

const changes: readonly Change[] = [flip, put, cut, repeat, insertWord, takeFromAnother]

function splice(bytes: Buffer, at: number, away: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + away)])
}
