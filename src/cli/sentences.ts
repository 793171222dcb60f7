import type { Language } from '../domain/language.ts'
import { english } from './sentences/english.ts'
import { german } from './sentences/german.ts'

/** Everything that the command line itself says, in one language. */
export type Sentences = typeof english

const sentences: Readonly<Record<Language, Sentences>> = { en: english, de: german }

/** The language that the environment asks for, as POSIX orders its variables. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^de(?:[_.@-]|$)/iu.test(locale) ? 'de' : 'en'
}

export function sentencesIn(language: Language): Sentences {
  return sentences[language]
}
