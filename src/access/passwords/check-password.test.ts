import { describe, expect, test } from 'vitest'
import { RequestError } from '../../domain/request-error.ts'
import { checkPassword } from './check-password.ts'

const owner = {
  email: 'ada.lovelace@analytical.example',
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: 'Analytical Engines',
}

async function verdict(password: string): Promise<string> {
  return await checkPassword(password, owner).then(
    () => 'fine',
    (error: unknown) => (error instanceof RequestError ? error.code : String(error)),
  )
}

describe('a password', () => {
  test.each([
    'tiefblaue Amseln',
    'correct horse battery staple',
    'xK9$mQ2!pL',
    'ein langer Satz über nichts',
    '日本語のとても長いパスワード',
    'adalovelace-walks-at-night',
    `${'never ending '.repeat(76)}song`,
  ])('that nobody guesses soon is fine: %s', async (password) => {
    expect(await verdict(password)).toBe('fine')
  })

  test.each(['', 'xK9$mQ2!p', '👩‍👩‍👧‍👦'.repeat(9), 'ä'.normalize('NFD').repeat(9)])(
    'of fewer than ten characters, as people count them, is too short: %s',
    async (password) => {
      expect(await verdict(password)).toBe('password-too-short')
    },
  )

  test.each([
    '1234567890',
    'Password123',
    'P@ssw0rd2024',
    'qwertzuiopü',
    'aaaaaaaaaaaa',
    'iloveyou12',
    '２０２４-１１-２２',
    'montag12345',
  ])('that is tried among the first is too common: %s', async (password) => {
    expect(await verdict(password)).toBe('password-too-common')
  })

  test.each([
    'adalovelace',
    'AdaLovelace2024',
    'LOVELACE.ada!',
    'ada.lovelace@analytical.example',
    'AnalyticalEngines1',
    'analytical.example',
    'Roster2024!',
    'Roster!Ada',
  ])(
    'made of the own name, address or company, or of the program’s, is too common: %s',
    async (password) => {
      expect(await verdict(password)).toBe('password-too-common')
    },
  )

  test('of a thousand characters is judged in a moment, whatever they are', async () => {
    await verdict('the dictionary is loaded')
    const begin = performance.now()
    await verdict('4@$1!|0+7x%38<{[('.repeat(58))
    expect(performance.now() - begin).toBeLessThan(500)
  })
})
