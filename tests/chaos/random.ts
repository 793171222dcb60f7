/** Chance that comes again: the same seed gives the same numbers. */
export interface Random {
  /** From 0 to before 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  shuffled<T>(items: readonly T[]): readonly T[]
  /** A stream of its own, so that what runs side by side does not take numbers from each other. */
  apart(name: string): Random
}

/** Mulberry32, over a hash of the seed. */
export function randomFrom(seed: string): Random {
  let state = hashOf(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => {
    const [item] = items.slice(whole(0, items.length - 1))
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  return {
    next,
    whole,
    pick,
    chance: (probability) => next() < probability,
    shuffled(items) {
      const rest = [...items]
      return items.flatMap(() => rest.splice(whole(0, rest.length - 1), 1))
    },
    apart: (name) => randomFrom(`${seed} ${name}`),
  }
}

// FNV-1a.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}
