/** The languages in which cells are understood. More than those in which Roster itself speaks. */
export const cellLanguages = ['en', 'de', 'fr', 'it', 'es'] as const

export type CellLanguage = (typeof cellLanguages)[number]

/**
 * What is said in one language: for each meaning the words separated by commas, the first of them the one to
 * suggest. Case, accents, spaces, articles and the marks of gendered forms (`:` `*` `_` `/-` `·`) don't count, so
 * that `Teilnehmer:in` needs no entry beside `Teilnehmerin`.
 */
export type Vocabulary<Meaning extends string> = Readonly<Record<Meaning, string>>
