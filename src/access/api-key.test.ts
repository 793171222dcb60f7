import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../domain/id.ts'
import { hashSecret, newApiKey, readApiKey, writeApiKey } from './api-key.ts'

test('a key that is written can be read, in one way only', () => {
  const key = newApiKey(newId(), newId())
  const text = writeApiKey(key)

  expect(text).toMatch(/^roster_[\w-]{64}$/)
  expect(readApiKey(text)).toEqual(key)
  expect(key.secret.length * 8).toBeGreaterThanOrEqual(128)
})

test('no two keys have the same secret', () => {
  const id = newId()
  const secrets = Array.from({ length: 100 }, () =>
    hashSecret(newApiKey(id, id).secret).toString('hex'),
  )
  expect(new Set(secrets).size).toBe(100)
})

test('what is no key is none, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readApiKey(text)).toBeUndefined()
      expect(readApiKey(`roster_${text}`)).toBeUndefined()
    }),
  )
})
