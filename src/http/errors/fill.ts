import type { Language, Localised } from '../../domain/language.ts'
import type { Particulars } from '../../domain/problem.ts'
import { writeTime } from '../../mail/write-time.ts'

/**
 * The sentence with its `{particulars}`; numbers and moments (ISO 8601) are written as the language does, lines as
 * they are.
 */
export function fill(sentence: Localised, particulars: Particulars, language: Language): string {
  return sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = particulars[name] ?? ''
    if (typeof value === 'string') return moments.has(name) ? momentIn(language, value) : value
    return name === 'line' || name === 'row' ? String(value) : value.toLocaleString(language)
  })
}

const moments: ReadonlySet<string> = new Set(['from', 'until'])

function momentIn(language: Language, text: string): string {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? text : writeTime(time, language)
}
