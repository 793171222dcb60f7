import type { FieldName } from '../domain/field.ts'
import { fields } from '../domain/fields.ts'
import { languages } from '../domain/language.ts'
import {
  elsewhere,
  fillers,
  harmless,
  otherPeople,
  placeholders,
  privateWords,
  secretParts,
  secretWords,
  signInNames,
} from './header-words.ts'
import { slipsBetween } from './slips-between.ts'
import { bracketed, compactOf, pairsOf, withoutBrackets, wordsOf } from './title-words.ts'

/** What a column's title says about it. */
export type HeaderMeaning =
  /** `score`: 1 is the field's own name, from `exactScore` on a name of it, below that one that is similar. */
  | { readonly kind: 'field'; readonly field: FieldName; readonly score: number }
  | { readonly kind: 'secret' }
  /** Something that no field asks for. */
  | { readonly kind: 'elsewhere' }
  /** About somebody else, or an address that is not the one to use: never guessed. */
  | { readonly kind: 'other-people' }
  /** Words that are not known. `near`: the field that they resemble, to be suggested and not to be guessed. */
  | { readonly kind: 'unknown'; readonly near?: FieldName }
  /** Nothing at all: empty, `Column 3`, `A`. */
  | { readonly kind: 'placeholder' }

// What is longer is not a title; comparing it with every phrase would take seconds.
const longestTitle = 100

// A header is asked about several times; a hostile one has thousands of titles, each of which takes 0.1 ms.
const understood = new Map<string, HeaderMeaning>()
const mostUnderstood = 20_000

/** From this score on a title names a field; below it the title is only similar. */
export const exactScore = 0.94

/** Understands a title in English or German: case, spaces, punctuation and slips of the finger don't matter. */
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
  const known = named(start)
  if (known?.kind === 'elsewhere') return known
  const field = known === undefined ? undefined : lessIfPrivate(known, words)
  return aboutOthers(words) ?? field ?? similar(wordsOf(withoutBrackets(start)))
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
      fields[field].aliases.map((title) =>
        phrase(title, field, signInNames.has(title) ? 0.95 : 0.99),
      ),
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
  const unnumbered = plain.filter((word) => !isNumber(word))
  return (
    meaningOf(compactOf(words), 1) ??
    meaningOf(compactOf(plain), 0.96) ??
    meaningOf(compactOf(unnumbered), 0.9 - Math.min(50, Number(plain.find(isNumber))) / 1_000)
  )
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word)
}

function meaningOf(compact: string, weight: number): HeaderMeaning | undefined {
  const known = phrases.get(compact)
  if (known === undefined) return undefined
  const { field, score } = known
  return field === null ? { kind: 'elsewhere' } : { kind: 'field', field, score: score * weight }
}

/** *Email (home)* is one, but yields to every other. */
function lessIfPrivate(known: HeaderMeaning, words: readonly string[]): HeaderMeaning {
  const isPrivate = known.kind === 'field' && words.some((word) => privateWords.has(word))
  return isPrivate ? { ...known, score: known.score * 0.9 } : known
}

function aboutOthers(words: readonly string[]): HeaderMeaning | undefined {
  return words.some((word) => otherPeople.has(word)) ? { kind: 'other-people' } : undefined
}

// Below 0.7 real headers begin to resemble fields that they are not (`Email type`, `Surname prefix`).
const leastLikeness = 0.7
const leastLead = 0.05

/**
 * The phrase of which a title is a slip of the finger away. What only has many letters in common with the names of a
 * field is another word, and often enough another thing (*Mail sent*): that is not guessed.
 */
function similar(words: readonly string[]): HeaderMeaning {
  const compact = compactOf(words.filter((word) => !fillers.has(word)))
  const slip = mostAlike((known) => likenessByTyping(compact, known))
  if (slip !== undefined) {
    const { field, score } = slip
    return field === null ? { kind: 'elsewhere' } : { kind: 'field', field, score: score * 0.85 }
  }
  const pairs = pairsOf(compact)
  const alike = mostAlike((known) => likenessByPairs(compact, pairs, known))
  if (alike === undefined) return { kind: 'unknown' }
  return alike.field === null ? { kind: 'elsewhere' } : { kind: 'unknown', near: alike.field }
}

/** What is known that is most alike, unless something of another meaning is about as alike. */
function mostAlike(
  likeness: (known: Phrase) => number,
): { readonly field: FieldName | null; readonly score: number } | undefined {
  let best: Phrase | undefined
  let score = 0
  let rival = 0
  for (const known of phrases.values()) {
    const alike = likeness(known)
    if (alike > score) {
      if (best !== undefined && best.field !== known.field) rival = score
      best = known
      score = alike
    } else if (best?.field !== known.field && alike > rival) rival = alike
  }
  if (best === undefined || score < leastLikeness || score - rival < leastLead) return undefined
  return { field: best.field, score }
}

/** 0 to 1. People don't slip on the first letter, and with another one it is another word: *Traum* and *Raum*. */
function likenessByTyping(compact: string, known: Phrase): number {
  const isSameStart = compact[0] === known.compact[0] || compact[0] === known.compact[1]
  const slips = isSameStart ? slipsBetween(compact, known.compact) : undefined
  return slips === undefined ? 0 : 1 - slips / known.compact.length
}

/** 0 to 1: the pairs of letters that two titles have in common (Dice). */
function likenessByPairs(compact: string, pairs: ReadonlySet<string>, known: Phrase): number {
  if (compact.length < 6) return 0
  // Of very different lengths they cannot have enough in common to be compared.
  const most = (2 * Math.min(pairs.size, known.pairs.size)) / (pairs.size + known.pairs.size)
  if (most < leastLikeness - leastLead) return 0
  // A loop, because for sets this small an intersection takes three times as long.
  let common = 0
  for (const pair of known.pairs) if (pairs.has(pair)) common++
  return (2 * common) / (pairs.size + known.pairs.size)
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
