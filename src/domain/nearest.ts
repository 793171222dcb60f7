import { distance } from 'fastest-levenshtein'

/** Answers which candidate a word was probably meant to be; undefined when none is clearly nearest. */
export type Nearest = (word: string) => string | undefined

/** The candidate that the word was probably meant to be; see `nearestOf` for what counts as clear. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(candidates)(word)
}

/**
 * Prepares the candidates once and answers for many words. A candidate is suggested only when it alone is
 * nearest, and never when a digit or a single letter differs: *room 4* is not *room 1*, *Room B* not *Room A*.
 *
 * @param meaningOf candidates of one meaning don't compete; unless given, each means itself
 */
export function nearestOf(
  candidates: Iterable<string>,
  meaningOf: (candidate: string) => string = (candidate) => candidate,
): Nearest {
  const entries = Array.from(new Set(candidates), entryOf)
  // What is far longer is no slip; composing a word of nothing but accents takes time that grows with its square.
  const longest = 10 + 3 * entries.reduce((most, { text }) => Math.max(most, text.length), 0)
  const byMarks = Map.groupBy(entries, ({ marks }) => marks)
  const byLower = Map.groupBy(entries, ({ lower }) => lower)
  const only = (found: readonly Entry[]) =>
    new Set(found.map(({ text }) => meaningOf(text))).size === 1 ? found[0]?.text : undefined

  return (text) => {
    if (text.length > longest) return undefined
    const word = entryOf(text)
    const sameButCase = byLower.get(word.lower)
    if (sameButCase === undefined) return only(nearestEntries(word, byMarks.get(word.marks) ?? []))
    return sameButCase.find((entry) => entry.text === text)?.text ?? only(sameButCase)
  }
}

interface Entry {
  readonly text: string
  /** In lower case. */
  readonly lower: string
  /** Letters and digits only, in lower case and without accents. */
  readonly compact: string
  /** The numbers and single letters, in order: what must not differ. */
  readonly marks: string
  /** One bit for each kind of character, so that most candidates are ruled out without measuring. */
  readonly bits: number
}

function entryOf(text: string): Entry {
  const lower = text.normalize('NFC').toLowerCase()
  const compact = lower
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  const marks = (lower.match(/\p{N}+|(?<![\p{L}\p{M}])\p{L}(?![\p{L}\p{M}])/gu) ?? []).join(' ')
  let bits = 0
  for (let at = 0; at < compact.length; at++) bits |= 1 << (compact.charCodeAt(at) & 31)
  return { text, lower, compact, marks, bits }
}

function nearestEntries(word: Entry, candidates: readonly Entry[]): readonly Entry[] {
  let reach = tolerated(word.compact)
  let found: Entry[] = []
  for (const candidate of candidates) {
    if (!withinReach(word, candidate, reach)) continue
    const steps = stepsBetween(word.compact, candidate.compact)
    if (steps > reach) continue
    if (steps < reach) found = []
    reach = steps
    found.push(candidate)
  }
  return found
}

/** How many slips a word may have before a suggestion would be a guess. */
function tolerated({ length }: string): number {
  if (length < 4) return 0
  if (length < 8) return 1
  return length < 16 ? 2 : 3
}

/** A slip changes the length by one at most, and adds or takes away two kinds of characters at most. */
function withinReach(word: Entry, candidate: Entry, reach: number): boolean {
  if (Math.abs(word.compact.length - candidate.compact.length) > reach) return false
  let differing = word.bits ^ candidate.bits
  let kinds = 0
  for (; differing !== 0; differing &= differing - 1) kinds++
  return kinds <= 2 * reach
}

/** The edit distance in which two neighbours that changed places count as one slip. */
function stepsBetween(left: string, right: string): number {
  const steps = distance(left, right)
  return steps === 2 && haveSwappedNeighbours(left, right) ? 1 : steps
}

function haveSwappedNeighbours(left: string, right: string): boolean {
  if (left.length !== right.length) return false
  let at = 0
  while (left[at] === right[at]) at++
  return (
    left[at] === right[at + 1] &&
    left[at + 1] === right[at] &&
    left.slice(at + 2) === right.slice(at + 2)
  )
}
