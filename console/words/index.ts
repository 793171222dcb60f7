import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { areas } from './areas.ts'

/** All texts, as their English types them. */
export type Resources = { readonly [Area in keyof typeof areas]: (typeof areas)[Area]['en'] }

const shownLanguages = ['en', 'de'] as const

export type ShownLanguage = (typeof shownLanguages)[number]

/** The language that was chosen here, else the browser's, else English. */
export async function initWords(): Promise<void> {
  await texts.use(initReactI18next).init({
    resources: { en: pick('en'), de: pick('de') },
    lng: rememberedLanguage() ?? browserLanguage(),
    fallbackLng: 'en',
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = texts.language
}

/** Shows everything in this language from now on, here and at the next visit. */
export async function chooseLanguage(language: ShownLanguage): Promise<void> {
  localStorage.setItem(key, language)
  document.documentElement.lang = language
  await texts.changeLanguage(language)
}

/** Shows everything in this language, unless another one was chosen here. */
export async function offerLanguage(language: ShownLanguage): Promise<void> {
  if (rememberedLanguage() !== undefined) return
  document.documentElement.lang = language
  await texts.changeLanguage(language)
}

const texts = createInstance()

const key = 'roster-language'

function rememberedLanguage(): ShownLanguage | undefined {
  return shownLanguages.find((language) => language === localStorage.getItem(key))
}

function browserLanguage(): ShownLanguage {
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  const known = preferred.flatMap((tag) => shownLanguages.filter((language) => language === tag))
  return known[0] ?? 'en'
}

function pick(language: ShownLanguage) {
  return Object.fromEntries(Object.entries(areas).map(([area, words]) => [area, words[language]]))
}
