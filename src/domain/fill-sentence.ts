import type { Language, Localised } from './language.ts'
import type { Particulars } from './problem.ts'

/**
 * A sentence with its particulars: `{name}` is one of them. Texts stand in quotation marks and numbers are grouped,
 * but for the number of a `line`; `since` is an ISO 8601 moment, of which the day is shown.
 * @param asItStands particulars that are words of the sentence itself
 */
export function fillSentence(
  sentence: Localised,
  particulars: Particulars,
  language: Language,
  asItStands: readonly string[] = [],
): string {
  return sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = particulars[name] ?? ''
    return asItStands.includes(name) ? String(value) : inForm(name, value, language)
  })
}

function inForm(name: string, value: string | number, language: Language): string {
  if (name === 'since') return day(String(value), language)
  if (typeof value === 'number') return name === 'line' ? String(value) : count(value, language)
  return language === 'de' ? `„${value}“` : `“${value}”`
}

function count(value: number, language: Language): string {
  return formats[language].count.format(value)
}

/** The day in UTC: where the reader is, nobody knows here. */
function day(since: string, language: Language): string {
  const date = new Date(since)
  return Number.isNaN(date.getTime()) ? since : formats[language].day.format(date)
}

// Made once: a report of 100,000 rows would spend seconds in making them.
const formats = { en: formatsOf('en'), de: formatsOf('de') } satisfies Record<Language, unknown>

function formatsOf(language: Language) {
  return {
    count: new Intl.NumberFormat(language),
    day: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
  }
}
