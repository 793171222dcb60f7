import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailKey, parseEmail } from './email.ts'

test.each([
  'ada@example.org',
  "o'brien+tag@mail.example.co.uk",
  'UPPER.lower@Example.ORG',
  'anna-lena.grün@example.org',
  '用户@例え.example',
  `${'a'.repeat(64)}@example.org`,
  '1@2.example',
])('%s is an address', (text) => {
  expect(parseEmail(text)?.text).toBe(text)
})

test.each([
  '',
  'ada',
  '@example.org',
  'ada@',
  'ada@localhost',
  'ada@@example.org',
  'ada@b@example.org',
  'ada lovelace@example.org',
  'ada@exam ple.org',
  '.ada@example.org',
  'ada.@example.org',
  'a..da@example.org',
  'ada@example..org',
  'ada@-example.org',
  'ada@example-.org',
  'ada@exam_ple.org',
  'ada@127.0.0.1',
  'ada@[127.0.0.1]',
  'ada@ex%61mple.org',
  'ada@bücher%2e.example',
  'ada@xn--zz--.example',
  'ada\u0000@example.org',
  'ada\u200b@example.org',
  'ada@exa\u00admple.org',
  'a\u034fda@example.org',
  'ada\u3164@example.org',
  'ada\ufe0f@example.org',
  'ada@exa\u2800mple.org',
  '"ada"@example.org',
  '“ada@example.org”',
  'o’brien@example.org',
  'ada,@example.org',
  'ada@example.c',
  'ada@example.123',
  '\ud800@example.org',
  `${'a'.repeat(65)}@example.org`,
  `${'ü'.repeat(33)}@example.org`,
  `ada@${'a'.repeat(64)}.example`,
  `ada@${'a.'.repeat(130)}example`,
])('%j is not an address', (text) => {
  expect(parseEmail(text)).toBeUndefined()
})

test('an internationalised domain is shown as people write it, and is the same in both spellings', () => {
  const readable = parseEmail('zoya@БЕЗ.example')
  const punycode = parseEmail('Zoya@xn--90aig.example')
  expect(readable).toEqual({ text: 'zoya@без.example', key: 'zoya@без.example' })
  expect(punycode).toEqual({ text: 'Zoya@без.example', key: 'zoya@без.example' })
  expect(emailKey('ZOYA@XN--90AIG.example')).toBe('zoya@без.example')
})

test('addresses that differ only in case or composition are the same', () => {
  expect(emailKey('Ada@Example.ORG')).toBe(emailKey('ada@example.org'))
  expect(emailKey('gru\u0308n@example.org')).toBe(emailKey('GRÜN@example.org'))
})

test('a sign that stands for brackets is no part of a domain', () => {
  expect(parseEmail('ada@🉀.example')).toBeUndefined()
})

test('an address that was read reads as itself, and so does its key', () => {
  const address = fc.oneof(
    fc.emailAddress(),
    fc
      .tuple(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
      )
      .map(([local, domain]) => `${local}@${domain}.example`),
  )
  fc.assert(
    fc.property(address, (text) => {
      const read = parseEmail(text)
      if (read === undefined) return
      expect(parseEmail(read.text)).toEqual(read)
      expect(emailKey(text)).toBe(read.key)
      expect(emailKey(read.key)).toBe(read.key)
    }),
    { numRuns: 1000 },
  )
})
