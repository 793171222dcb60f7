import { readToken, signingKey, signToken, type TokenClaim, type TokenKind } from './token.ts'

/** The addresses that people get by mail, copy from a list or read in the terminal. Derived, never stored. */
export interface Links {
  /** Where an invited user sets a password. */
  readonly invitation: MakeLink
  /** Where a guest enters one room. */
  readonly guest: MakeLink
  /** Where a user who lost the password, or never had one, chooses one. */
  readonly password: MakeLink
  /** Where whoever installed Roster makes the first company. */
  readonly setUp: (issuedAt: Date) => string
  /** What the secret part of a link of this kind claims; undefined when it is none that this installation made. */
  readonly read: (kind: TokenKind, token: string) => TokenClaim | undefined
}

type MakeLink = (companyId: string, subjectId: string, issuedAt: Date) => string

/**
 * @param publicUrl where people reach this installation; it may carry a path and a trailing slash
 * @param key the installation's key: at least 32 bytes, written as hex
 * @throws RangeError when the key is no key
 */
export function createLinks({ publicUrl, key }: { publicUrl: string; key: string }): Links {
  const base = baseOf(publicUrl)
  const signing = signingKey(key)
  const make =
    (kind: TokenKind): MakeLink =>
    (companyId, subjectId, issuedAt) =>
      `${base}/${kind}/${signToken(signing, kind, { companyId, subjectId, issuedAt })}`
  return {
    invitation: make('invitation'),
    guest: make('guest'),
    password: make('password'),
    setUp: (issuedAt) => make('set-up')(nobody, nobody, issuedAt),
    read: (kind, token) => readToken(signing, kind, token),
  }
}

const nobody = '00000000-0000-0000-0000-000000000000'

function baseOf(publicUrl: string): string {
  const { origin, pathname } = new URL(publicUrl)
  return origin + pathname.replace(/\/+$/, '')
}
