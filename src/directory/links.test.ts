import { describe, expect, it } from 'vitest'
import { createLinks } from './links.ts'
import { readToken, signingKey } from './token.ts'

const key = '0f'.repeat(32)
const company = '019a0000-0000-7000-8000-000000000001'
const person = '019a0000-0000-7000-8000-000000000002'
const issuedAt = new Date('2026-11-22T10:00:00.123Z')

describe('a link', () => {
  it('begins with the public address, with or without a path and a trailing slash', () => {
    const tokenLength = 72
    for (const [publicUrl, start] of [
      ['https://roster.example.org', 'https://roster.example.org/guest/'],
      ['https://roster.example.org/', 'https://roster.example.org/guest/'],
      ['https://example.org:8443/meet/', 'https://example.org:8443/meet/guest/'],
      ['http://localhost:3000/a/b', 'http://localhost:3000/a/b/guest/'],
    ] as const) {
      const link = createLinks({ publicUrl, key }).guest(company, person, issuedAt)
      expect(link.slice(0, -tokenLength)).toBe(start)
    }
  })

  it('carries a token of its kind that names the company, the person and the issue', () => {
    const links = createLinks({ publicUrl: 'https://example.org', key })
    const claim = { companyId: company, subjectId: person, issuedAt }
    const invitation = links.invitation(company, person, issuedAt).split('/invitation/')[1] ?? ''
    const guest = links.guest(company, person, issuedAt).split('/guest/')[1] ?? ''
    expect(readToken(signingKey(key), 'invitation', invitation)).toEqual(claim)
    expect(readToken(signingKey(key), 'guest', guest)).toEqual(claim)
    expect(readToken(signingKey(key), 'invitation', guest)).toBeUndefined()
  })
})
