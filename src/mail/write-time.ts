import type { Language } from '../domain/language.ts'

/** A moment as people write it. With its time zone, since recipients are anywhere in the world. */
export function writeTime(time: Date, language: Language): string {
  return formats[language].format(time)
}

const parts: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
  timeZoneName: 'short',
}

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', parts),
  de: new Intl.DateTimeFormat('de-DE', parts),
}
