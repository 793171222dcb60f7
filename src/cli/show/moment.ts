import type { Language } from '../../domain/language.ts'

/**
 * A point in time as people write it, in the time zone of whoever reads it.
 * @param at ISO 8601
 */
export function moment(at: string, language: Language): string {
  return new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
}

/**
 * The day of a point in time, in the time zone of whoever reads it.
 * @param at ISO 8601
 */
export function day(at: string, language: Language): string {
  return new Date(at).toLocaleDateString(language, { dateStyle: 'medium' })
}
