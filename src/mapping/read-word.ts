import { nearestOf } from '../domain/nearest.ts'
import { cellLanguages, type CellLanguage, type Vocabulary } from './words/vocabulary.ts'

/** Reads a word of a closed vocabulary, or says which one was probably meant. */
export type WordReader<Meaning> = (
  text: string,
) => { readonly value: Meaning } | { readonly suggestion: string | undefined }

interface Word<Meaning> {
  readonly meaning: Meaning
  /** What to suggest for a slip in this word: the usual one of its language. */
  readonly usual: string
}

/** Makes a reader of the words that mean the same, in whatever language they are. */
export function wordReader<Meaning extends string>(
  vocabularies: Readonly<Record<CellLanguage, Vocabulary<Meaning>>>,
): WordReader<Meaning> {
  const words = new Map<string, Word<Meaning>>()
  for (const language of cellLanguages) addWords(words, vocabularies[language])
  // As they are written too: most cells say one of these, and are found without a key.
  const asWritten = new Map(Array.from(words.values(), ({ usual, meaning }) => [usual, meaning]))
  const keys = [...words.keys()].filter((key) => /^\p{L}+$/u.test(key))
  const nearest = nearestOf(keys, (key) => words.get(key)?.meaning ?? key)
  return (text) => {
    const value = asWritten.get(text) ?? meaningOf(words, text)
    if (value !== undefined) return { value }
    const key = keyOf(text.replace(article, ''))
    const candidate = nearest(key)
    const isClear = candidate !== undefined && !isOtherWord(key, candidate)
    return { suggestion: isClear ? words.get(candidate)?.usual : undefined }
  }
}

// A word that two languages share keeps what the first of them suggests.
function addWords<Meaning extends string>(
  words: Map<string, Word<Meaning>>,
  vocabulary: Vocabulary<Meaning>,
): void {
  for (const meaning of Object.keys(vocabulary) as Meaning[]) {
    const synonyms = vocabulary[meaning].split(', ')
    const [usual = ''] = synonyms
    for (const key of synonyms.map(keyOf)) {
      if (!words.has(key)) words.set(key, { meaning, usual })
    }
  }
}

/** What the text means; where it names both genders (`Moderador/Moderadora`), what both mean. */
function meaningOf<Meaning>(
  words: ReadonlyMap<string, Word<Meaning>>,
  text: string,
): Meaning | undefined {
  const found = words.get(keyOf(text)) ?? words.get(keyOf(text.replace(article, '')))
  if (found !== undefined || !text.includes('/')) return found?.meaning
  const [first, ...others] = text.split('/').map((part) => words.get(keyOf(part))?.meaning)
  return others.every((other) => other === first) ? first : undefined
}

const article =
  /^(?:(?:the|an?|der|die|das|eine?|einen|les?|la|une?|il|lo|un[ao]?|el)\s+|l['’]\s*)(?=\p{L})/iu

// A short word with another beginning is more often another word than a slip: *zero* is not *vero*.
function isOtherWord(key: string, candidate: string): boolean {
  return Math.min(key.length, candidate.length) < 5 && key.charAt(0) !== candidate.charAt(0)
}

// A full stop between letters is one of the ways to write both genders in French.
function keyOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\s:*_/()·•'’-]+|(?<=[\p{L}\p{M}])\.(?=\p{L})/gu, '')
}
