import { nearestOf } from '../domain/nearest.ts'

/** Reads a word of a closed vocabulary, or says which one was probably meant. */
export type WordReader<Meaning> = (
  text: string,
) => { readonly value: Meaning } | { readonly suggestion: string | undefined }

/**
 * Makes a reader of the words that mean the same. Case, spaces and the marks of gendered forms
 * (`Teilnehmer:in`, `Teilnehmer/-in`) don't count.
 *
 * @param words what each canonical word may be called; the canonical word itself need not be named
 */
export function wordReader<Meaning>(
  words: readonly (readonly [meaning: Meaning, canonical: string, synonyms: readonly string[]])[],
): WordReader<Meaning> {
  const meanings = new Map<string, Meaning>()
  const canonicals = new Map<string, string>()
  for (const [meaning, canonical, synonyms] of words) {
    for (const word of [canonical, ...synonyms]) {
      // As it is written too: the canonical words, and most cells, are found without a key.
      meanings.set(word, meaning)
      meanings.set(keyOf(word), meaning)
      canonicals.set(keyOf(word), canonical)
    }
  }
  const nearest = nearestOf(canonicals.keys(), (word) => canonicals.get(word) ?? word)
  return (text) => {
    const value = meanings.get(text) ?? meanings.get(keyOf(text))
    if (value !== undefined) return { value }
    return { suggestion: canonicals.get(nearest(keyOf(text)) ?? '') }
  }
}

function keyOf(word: string): string {
  return word.toLowerCase().replace(/[\s:*_/()-]+/g, '')
}
