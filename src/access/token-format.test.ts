import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../domain/id.ts'
import { apiKey } from './api-key.ts'
import { hashSecret, isSecretOf } from './hash-secret.ts'
import { sessionToken } from './session-token.ts'

const kinds = [
  { kind: 'API key', format: apiKey, prefix: 'roster_', other: sessionToken },
  { kind: 'session', format: sessionToken, prefix: 'roster_session_', other: apiKey },
]

describe.each(kinds)('the token of a $kind', ({ format, prefix, other }) => {
  test('that is written can be read, in one way only', () => {
    const token = format.make(newId(), newId())
    const text = format.write(token)

    expect(text).toMatch(new RegExp(`^${prefix}[\\w-]{64}$`))
    expect(format.read(text)).toEqual(token)
    expect(token.secret.length * 8).toBeGreaterThanOrEqual(128)
  })

  test('is none of the other kind', () => {
    const text = format.write(format.make(newId(), newId()))
    expect(other.read(text)).toBeUndefined()
  })

  test('has a secret of its own', () => {
    const id = newId()
    const secrets = Array.from({ length: 100 }, () =>
      hashSecret(format.make(id, id).secret).toString('hex'),
    )
    expect(new Set(secrets).size).toBe(100)
  })

  test('is nothing else, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(format.read(text)).toBeUndefined()
        expect(format.read(prefix + text)).toBeUndefined()
      }),
    )
  })
})

test('a hash knows its secret, and no other', () => {
  const [one, other] = [apiKey.make(newId(), newId()), apiKey.make(newId(), newId())]
  expect(isSecretOf(hashSecret(one.secret), one.secret)).toBe(true)
  expect(isSecretOf(hashSecret(one.secret), other.secret)).toBe(false)
})
