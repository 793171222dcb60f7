import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readToken, signingKey, signToken, type TokenClaim, type TokenKind } from './token.ts'

const key = signingKey('a1'.repeat(32))
const claims: fc.Arbitrary<TokenClaim> = fc.record({
  companyId: fc.uuid(),
  subjectId: fc.uuid(),
  issuedAt: fc.date({ min: new Date(0), max: new Date(8.64e15), noInvalidDate: true }).map(clip),
})
const kinds = fc.constantFrom<TokenKind>('invitation', 'guest')

// 48 bits of milliseconds reach into the year 10889.
function clip(date: Date): Date {
  return new Date(date.getTime() % 2 ** 48)
}

describe('a token', () => {
  it('gives back the claim that was signed, in 72 characters that are safe in a URL', () => {
    fc.assert(
      fc.property(kinds, claims, (kind, claim) => {
        const token = signToken(key, kind, claim)
        expect(token).toMatch(/^[\w-]{72}$/)
        expect(readToken(key, kind, token)).toEqual(claim)
      }),
    )
  })

  it('is the same whenever it is derived again', () => {
    fc.assert(
      fc.property(kinds, claims, (kind, claim) => {
        expect(signToken(key, kind, claim)).toBe(signToken(key, kind, { ...claim }))
      }),
    )
  })

  it('is refused when any one of its characters is another', () => {
    fc.assert(
      fc.property(
        claims,
        fc.nat({ max: 71 }),
        fc.constantFrom(...Array.from('ABCXYZabcxyz0189-_')),
        (claim, position, character) => {
          const token = signToken(key, 'guest', claim)
          fc.pre(token[position] !== character)
          const changed = token.slice(0, position) + character + token.slice(position + 1)
          expect(readToken(key, 'guest', changed)).toBeUndefined()
        },
      ),
    )
  })

  it('is refused as another kind, and by another installation', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const token = signToken(key, 'guest', claim)
        expect(readToken(key, 'invitation', token)).toBeUndefined()
        expect(readToken(signingKey('a2'.repeat(32)), 'guest', token)).toBeUndefined()
      }),
    )
  })

  it('that is no token is answered without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(readToken(key, 'invitation', text)).toBeUndefined()
      }),
    )
    const token = signToken(key, 'guest', someone)
    for (const other of [
      `${token}\n`,
      ` ${token}`,
      `${token}=`,
      token.slice(1),
      '',
      'é'.repeat(72),
    ]) {
      expect(readToken(key, 'guest', other)).toBeUndefined()
    }
  })

  it('cannot be signed with a key that is short or no hex, or for what is no identifier', () => {
    expect(() => signingKey('a1'.repeat(31))).toThrow(RangeError)
    expect(() => signingKey('zz'.repeat(32))).toThrow(RangeError)
    expect(() => signToken(key, 'guest', { ...someone, subjectId: '1' })).toThrow(RangeError)
    expect(() => signToken(key, 'guest', { ...someone, issuedAt: new Date(-1) })).toThrow(
      RangeError,
    )
  })
})

const someone: TokenClaim = {
  companyId: '019a0000-0000-7000-8000-000000000001',
  subjectId: '019a0000-0000-7000-8000-000000000002',
  issuedAt: new Date('2026-11-22T10:00:00Z'),
}
