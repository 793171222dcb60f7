import { distance } from 'fastest-levenshtein'
import type { FieldName } from '../domain/field.ts'
import { fields } from '../domain/fields.ts'
import { languages } from '../domain/language.ts'
import {
  elsewhere,
  fillers,
  harmless,
  instructions,
  otherPeople,
  placeholders,
  secretParts,
  secretWords,
} from './header-words.ts'

/** What a column's title says about it. */
export type HeaderMeaning =
  /** `score`: 1 is the field's own name, from `exactScore` on a name of it, below that one that is similar. */
  | { readonly kind: 'field'; readonly field: FieldName; readonly score: number }
  | { readonly kind: 'secret' }
  /** Something that no field asks for. */
  | { readonly kind: 'elsewhere' }
  /** About somebody else, or an address that is not the one to use: never guessed. */
  | { readonly kind: 'other-people' }
  /** Words that are not known. */
  | { readonly kind: 'unknown' }
  /** Nothing at all: empty, `Column 3`, `A`. */
  | { readonly kind: 'placeholder' }

// What is longer is not a title; comparing it with every phrase would take seconds.
const longestTitle = 100

// A header is asked about several times; a hostile one has thousands of titles, each of which takes 0.1 ms.
const understood = new Map<string, HeaderMeaning>()
const mostUnderstood = 20_000

/** From this score on a title names a field; below it the title is only similar. */
export const exactScore = 0.94

/** Understands a title in English or German: case, spaces, punctuation and near misses don't matter. */
export function understandHeader(title: string): HeaderMeaning {
  // Cut twice: one character can become eighteen.
  const start = title.slice(0, longestTitle).normalize('NFKC').slice(0, longestTitle)
  const known = understood.get(start)
  if (known !== undefined) return known
  if (understood.size === mostUnderstood) understood.clear()
  const meaning = meaningOfTitle(start)
  understood.set(start, meaning)
  return meaning
}

function meaningOfTitle(start: string): HeaderMeaning {
  const words = wordsOf(start)
  if (looksSecret(words)) return { kind: 'secret' }
  if (isPlaceholder(words)) return { kind: 'placeholder' }
  return named(start) ?? aboutOthers(words) ?? similar(wordsOf(withoutBrackets(start)))
}

/** Is this the bare word *Name*, which beside a first name is the last name? */
export function isBareName(title: string): boolean {
  return compactOf(wordsOf(withoutBrackets(title))) === 'name'
}

interface Phrase {
  readonly compact: string
  readonly pairs: ReadonlySet<string>
  readonly field: FieldName | null
  readonly score: number
}

const fieldNames = Object.keys(fields).filter((name): name is FieldName => name in fields)

const phrases: ReadonlyMap<string, Phrase> = new Map(
  [
    ...elsewhere.map((title) => phrase(title, null, 1)),
    ...fieldNames.flatMap((field) =>
      fields[field].aliases.map((title) => phrase(title, field, 0.99)),
    ),
    ...fieldNames.flatMap((field) => [
      phrase(field, field, 0.99),
      ...languages.map((language) => phrase(fields[field].label[language], field, 1)),
    ]),
  ].map((known) => [known.compact, known]),
)

function phrase(title: string, field: FieldName | null, score: number): Phrase {
  const compact = compactOf(wordsOf(title))
  return { compact, pairs: pairsOf(compact), field, score }
}

/** The title as it stands, without what is in brackets, what is in brackets, or one of `User ID/Email`. */
function named(title: string): HeaderMeaning | undefined {
  const bare = withoutBrackets(title)
  const readings = [[title], [bare], bracketed(title), bare.split('/')]
  let known: HeaderMeaning | undefined
  for (const reading of readings) {
    const found = reading.map(phraseOf).filter((meaning) => meaning !== undefined)
    const [first, ...others] = found.filter((meaning) => meaning.kind === 'field')
    if (first !== undefined && others.every(({ field }) => field === first.field)) return first
    known ??= found[0]
  }
  return known?.kind === 'elsewhere' ? known : undefined
}

/** The phrase that a title is exactly; failing that, without its fillers; failing that, without a number. */
function phraseOf(title: string): HeaderMeaning | undefined {
  const words = wordsOf(title)
  const plain = words.filter((word) => !fillers.has(word))
  const unnumbered = plain.filter((word) => !/^\d+$/.test(word))
  return (
    meaningOf(compactOf(words), 1) ??
    meaningOf(compactOf(plain), 0.96) ??
    meaningOf(compactOf(unnumbered), 0.9)
  )
}

function meaningOf(compact: string, weight: number): HeaderMeaning | undefined {
  const known = phrases.get(compact)
  if (known === undefined) return undefined
  const { field, score } = known
  return field === null ? { kind: 'elsewhere' } : { kind: 'field', field, score: score * weight }
}

function aboutOthers(words: readonly string[]): HeaderMeaning | undefined {
  return words.some((word) => otherPeople.has(word)) ? { kind: 'other-people' } : undefined
}

// Below 0.7 real headers begin to resemble fields that they are not (`Email type`, `Surname prefix`).
const leastOverlap = 0.7
const leastLead = 0.05

/** The phrase that a title resembles, unless one of another meaning is about as similar. */
function similar(words: readonly string[]): HeaderMeaning {
  const compact = compactOf(words.filter((word) => !fillers.has(word)))
  const pairs = pairsOf(compact)
  let best: Phrase | undefined
  let bestScore = 0
  let rival = 0
  for (const known of phrases.values()) {
    const score = likeness(compact, pairs, known)
    if (score > bestScore) {
      if (best !== undefined && best.field !== known.field) rival = bestScore
      best = known
      bestScore = score
    } else if (best?.field !== known.field && score > rival) rival = score
  }
  if (best === undefined || bestScore < leastOverlap) return { kind: 'unknown' }
  if (bestScore - rival < leastLead) return { kind: 'unknown' }
  if (best.field === null) return { kind: 'elsewhere' }
  return { kind: 'field', field: best.field, score: bestScore * 0.85 }
}

/** 0 to 1: a slip of the finger, or the pairs of letters that two titles have in common (Dice). */
function likeness(compact: string, pairs: ReadonlySet<string>, known: Phrase): number {
  const slips = slipsBetween(compact, known.compact)
  const byTyping = slips === undefined ? 0 : 1 - slips / known.compact.length
  // Of very different lengths they cannot have enough in common to be compared.
  const most = (2 * Math.min(pairs.size, known.pairs.size)) / (pairs.size + known.pairs.size)
  if (most < leastOverlap - leastLead) return byTyping
  const common = pairs.intersection(known.pairs).size
  const byPairs = compact.length < 6 ? 0 : (2 * common) / (pairs.size + known.pairs.size)
  return Math.max(byTyping, byPairs)
}

/** How many slips made one word of the other; undefined when they are too many to be slips. */
function slipsBetween(left: string, right: string): number | undefined {
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

function looksSecret(words: readonly string[]): boolean {
  const compact = compactOf(words)
  return (
    secretParts.some((part) => compact.includes(part)) ||
    words.some((word) => secretWords.has(word) || isNearlySecret(word))
  )
}

function isNearlySecret(word: string): boolean {
  return !harmless.has(word) && secretParts.some((part) => slipsBetween(word, part) === 1)
}

function isPlaceholder(words: readonly string[]): boolean {
  const plain = words.filter((word) => !/^\d+$/.test(word))
  return plain.every((word) => placeholders.has(word) || word.length === 1)
}

/** Lower case, without accents; `givenName` and `role1` are two words each. */
function wordsOf(title: string): string[] {
  return title
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(?=\p{N})/gu, '$1 ')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replace(/\p{M}+/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !instructions.has(word))
}

function compactOf(words: readonly string[]): string {
  return words.join('')
}

function pairsOf(compact: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < compact.length; at++) pairs.add(compact.slice(at, at + 2))
  return pairs
}

function withoutBrackets(title: string): string {
  return title.replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/g, ' ')
}

function bracketed(title: string): string[] {
  return [...title.matchAll(/[([{]([^)\]}]*)[)\]}]/g)].map(([, inside]) => inside ?? '')
}
