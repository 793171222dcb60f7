import { expect, it } from 'vitest'
import { languageOf } from './sentences.ts'

it.each([
  [{ LANG: 'de_DE.UTF-8' }, 'de'],
  [{ LANG: 'de' }, 'de'],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'de_CH' }, 'de'],
  [{ LANG: 'default' }, 'en'],
  [{}, 'en'],
] as const)('the environment %j asks for %s', (env, language) => {
  expect(languageOf(env)).toBe(language)
})
