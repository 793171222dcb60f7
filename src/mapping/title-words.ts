import { instructions } from './header-words.ts'

/** The words of a title, without those that only instruct: lower case, without accents; `givenName` and `role1` are two words each. */
export function wordsOf(title: string): string[] {
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

/** The words as one, by which titles are compared: `Vor-` `name` and `Vorname` are the same. */
export function compactOf(words: readonly string[]): string {
  return words.join('')
}

/** All pairs of letters that follow one another. */
export function pairsOf(compact: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < compact.length; at++) pairs.add(compact.slice(at, at + 2))
  return pairs
}

/** `Vorname (Pflichtfeld)` without what is in brackets. */
export function withoutBrackets(title: string): string {
  return title.replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/g, ' ')
}

/** What is in brackets: of `First name [givenName]` the property. */
export function bracketed(title: string): string[] {
  return [...title.matchAll(/[([{]([^)\]}]*)[)\]}]/g)].map(([, inside]) => inside ?? '')
}
