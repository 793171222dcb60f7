import { distance } from 'fastest-levenshtein'

/** How many slips of the finger made one word of the other; undefined when they are too many to be slips. */
export function slipsBetween(left: string, right: string): number | undefined {
  const shorter = Math.min(left.length, right.length)
  if (shorter < 4) return undefined
  if (Math.abs(left.length - right.length) > 2) return undefined
  const steps = distance(left, right)
  // Of four letters one exchanged already makes another word: role and rule, room and zoom.
  if (shorter === 4 && left.length === right.length) return areSwapped(left, right) ? 1 : undefined
  if (steps === 2 && areSwapped(left, right)) return 1
  return steps <= (shorter < 8 ? 1 : 2) ? steps : undefined
}

function areSwapped(left: string, right: string): boolean {
  return (
    left.length === right.length && sorted(left) === sorted(right) && distance(left, right) === 2
  )
}

function sorted(text: string): string {
  return Array.from(text).toSorted().join('')
}
