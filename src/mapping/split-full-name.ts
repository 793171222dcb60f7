import { cleanCell } from './clean-cell.ts'
import { withoutQuotes } from './without-quotes.ts'
import {
  dottedTitles,
  doubtfulDegrees,
  nameDegrees,
  nameParticles,
  nameSuffixes,
  nameTitles,
} from './words/name-words.ts'

/** A full name in its two halves; a half that the cell does not tell is empty. */
export interface SplitName {
  readonly firstName: string
  readonly lastName: string
  /** The part behind the place where the name was split, if it could also have been split elsewhere. */
  readonly doubtful?: string
}

/**
 * Splits a full name into first and last name. Titles and degrees are set aside. `Last, First` and two words say
 * clearly where; of more words the last one and the particles before it are the last name, which is doubtful.
 * One word alone is a first name, and the last one is missing.
 */
export function splitFullName(cell: string): SplitName {
  const usual = splitUsual(cell)
  if (usual !== undefined) return usual
  const text = withoutQuotes(cleanCell(cell)).replace(/\s+/g, ' ')
  // Nobody is called that; whoever reads the first name says that it is too long.
  if (text.length > longestName) return { firstName: text, lastName: '' }
  const { name, suffix } = withoutDegrees(text)
  const parts = name.split(/\s*[,，、]\s*/)
  if (parts.length > 2) return { firstName: text, lastName: '' }
  const [before = '', behind] = parts.map(withoutTitles)
  const split = behind === undefined ? splitWords(before.split(' ')) : inReverse(before, behind)
  if (suffix === '') return split
  return { ...split, lastName: `${split.lastName} ${suffix}`.trim() }
}

const longestName = 500

// Most names are two words with nothing to look at more closely: 100,000 of them take 20 ms instead of 400.
function splitUsual(cell: string): SplitName | undefined {
  const [, first = '', comma = '', second = ''] = usualName.exec(cell) ?? []
  if (first === '' || isTitle(first) || isTitle(second)) return undefined
  return comma === ''
    ? { firstName: first, lastName: second }
    : { firstName: second, lastName: first }
}

const usualWord = '[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)*'
const usualName = new RegExp(`^(${usualWord})(,?) (${usualWord})$`)

/** Without degrees; with the suffix that belongs to the last name (`Jr.`) apart. */
function withoutDegrees(text: string): { name: string; suffix: string } {
  let name = text
  let suffix = ''
  for (;;) {
    const [, rest = '', comma = '', word = ''] = /^(.+?)\s*(,?)\s*(\S+)$/.exec(name) ?? []
    const isSuffix = suffix === '' && nameSuffixes.has(plain(word))
    // Of two words the second is the name.
    const isBehind = comma !== '' || rest.includes(' ')
    if (!isBehind || !(isSuffix || isDegree(word, comma))) return { name, suffix }
    if (isSuffix) suffix = word
    name = rest
  }
}

function isDegree(word: string, comma: string): boolean {
  const key = plain(word)
  return nameDegrees.has(key) && (comma !== '' || word.includes('.') || !doubtfulDegrees.has(key))
}

function withoutTitles(text: string): string {
  const words = text.split(' ')
  const start = words.findIndex((word) => !isTitle(word))
  return start === -1 ? text : words.slice(start).join(' ')
}

function isTitle(word: string): boolean {
  const key = plain(word)
  return nameTitles.has(key) || (word.endsWith('.') && dottedTitles.has(key))
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[.()]/g, '')
}

/** `Beethoven, Ludwig van`: the particle that stands last is the beginning of the last name. */
function inReverse(before: string, behind: string): SplitName {
  if (before === '') return { firstName: behind, lastName: '' }
  const words = behind.split(' ')
  const end = words.findLastIndex((word) => !isParticle(word) || word !== word.toLowerCase())
  const particles = end === -1 ? [] : words.slice(end + 1)
  const firstName = words.slice(0, words.length - particles.length).join(' ')
  return { firstName, lastName: [...particles, before].join(' ') }
}

function splitWords(words: readonly string[]): SplitName {
  const [first = '', ...others] = words
  if (others.length === 0) return { firstName: first, lastName: '' }
  if (words.every((word) => eastAsian.test(word))) {
    return split({ words, at: 1, isReversed: true, isClear: words.length === 2 })
  }
  const capitals = words.map(isInCapitals)
  if (capitals.includes(false)) {
    const small = capitals.indexOf(false)
    if (small > 0) return split({ words, at: small, isReversed: true, isClear: false })
    const at = capitals.lastIndexOf(false) + 1
    if (at < words.length)
      return split({ words, at, isClear: !capitals.slice(0, at).includes(true) })
  }
  return splitAtParticle(words)
}

// In Chinese, Japanese and Korean the family name comes first. Without a space nobody can say where it ends.
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u

/** `DUPONT Jean`, as French offices write the last name; fewer letters may be initials. */
function isInCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase()
}

function splitAtParticle(words: readonly string[]): SplitName {
  const particle = words.findIndex(
    (word, at) => at > 0 && at < words.length - 1 && isParticle(word),
  )
  const and = words.indexOf('y', 2)
  if (and !== -1 && and < words.length - 1) return split({ words, at: and - 1, isClear: and === 2 })
  if (particle === -1) {
    const middle = words.slice(1, -1)
    return split({ words, at: words.length - 1, isClear: middle.every(isInitial) })
  }
  const chain = words.slice(particle)
  const isClear = chain
    .slice(0, -1)
    .every((word) => isParticle(word) && word === word.toLowerCase())
  return split({ words, at: particle, isClear: isClear && particle === 1 })
}

function isParticle(word: string): boolean {
  return nameParticles.has(word.toLowerCase().replace(/[.'’]$/, ''))
}

function isInitial(word: string): boolean {
  return /^(?:\p{L}\.?)+$/u.test(word) && word.replace(/\P{L}/gu, '').length === 1
}

function split({
  words,
  at,
  isClear,
  isReversed = false,
}: {
  readonly words: readonly string[]
  readonly at: number
  readonly isClear: boolean
  /** The last name comes first. */
  readonly isReversed?: boolean
}): SplitName {
  const before = words.slice(0, at).join(' ')
  const behind = words.slice(at).join(' ')
  const name = isReversed
    ? { firstName: behind, lastName: before }
    : { firstName: before, lastName: behind }
  return isClear ? name : { ...name, doubtful: behind }
}
