import type { Language, Localised } from '../../domain/language.ts'
import type { Particulars } from '../../domain/problem.ts'

/** The sentence with its `{particulars}`; numbers are written as the language does, lines as they are. */
export function fill(sentence: Localised, particulars: Particulars, language: Language): string {
  return sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = particulars[name] ?? ''
    if (typeof value === 'string' || name === 'line' || name === 'row') return String(value)
    return value.toLocaleString(language)
  })
}
