import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPasswordOf } from './hash-password.ts'

test('a password fits its own hash, and no other does', async () => {
  const stored = await hashPassword('tiefblaue Amseln')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPasswordOf(stored, 'tiefblaue Amseln')).toBe(true)
  expect(await isPasswordOf(stored, 'Tiefblaue Amseln')).toBe(false)
  expect(await isPasswordOf(stored, '')).toBe(false)
})

test('how a keyboard writes a letter makes no difference', async () => {
  const stored = await hashPassword('Fußgängerbrücke'.normalize('NFC'))
  expect(await isPasswordOf(stored, 'Fußgängerbrücke'.normalize('NFD'))).toBe(true)
})

test('the same password is hashed differently every time', async () => {
  const [one, other] = await Promise.all([hashPassword('the same'), hashPassword('the same')])
  expect(one).not.toBe(other)
})

test('no password is that of a user who has none, and that takes as long', async () => {
  const stored = await hashPassword('tiefblaue Amseln')
  // By turns, so that whatever else the machine does concerns both.
  const ratios: number[] = []
  for (let guess = 0; guess < 9; guess++) ratios.push((await timeOf(null)) / (await timeOf(stored)))
  const median = ratios.toSorted((a, b) => a - b)[4]
  expect(median).toBeGreaterThan(0.5)
  expect(median).toBeLessThan(2)
})

/** How long it takes to find out that a guess is wrong, in milliseconds. */
async function timeOf(stored: string | null): Promise<number> {
  const begin = performance.now()
  expect(await isPasswordOf(stored, 'a guess')).toBe(false)
  return performance.now() - begin
}

test('a hash of weaker parameters is outdated, one of today is not', async () => {
  expect(isOutdated(await hashPassword('tiefblaue Amseln'))).toBe(false)
  expect(isOutdated('$argon2id$v=19$m=4096,t=1,p=1$AAAA$AAAA')).toBe(true)
})

test('more than can be computed in time are refused, not kept waiting', async () => {
  const asked = Array.from({ length: 110 }, () => isPasswordOf(null, 'a guess'))
  const settled = await Promise.allSettled(asked)
  const refused = settled.filter(({ status }) => status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]).toMatchObject({ reason: { code: 'too-many-requests' } })
})
