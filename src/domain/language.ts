/** The languages that the product speaks, to administrators and to the people they invite. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** A text in every language that the product speaks. */
export type Localised = Readonly<Record<Language, string>>

/** Is this one of the languages that the product speaks? */
export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value)
}
