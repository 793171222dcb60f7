import { expect, test } from 'vitest'
import { checkPassword } from '../../src/access/passwords/check-password.ts'
import { leastPasswordLength, lengthOf } from './password-length.ts'

test('the screen asks for as many characters as the server does', async () => {
  const owner = {
    email: 'ada@example.org',
    firstName: 'Ada',
    lastName: 'Lovelace',
    company: 'Example',
  }
  await expect(checkPassword('short', owner)).rejects.toMatchObject({
    code: 'password-too-short',
    particulars: { least: leastPasswordLength },
  })
})

test.each([
  ['', 0],
  ['Müller', 6],
  ['👩‍👩‍👧‍👦 family', 8],
])('“%s” has %i characters for whoever reads it', (password, length) => {
  expect(lengthOf(password)).toBe(length)
})
