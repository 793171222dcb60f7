import { signToken } from './token.ts'

/** The addresses that people get by mail or copy from a list. Derived, never stored. */
export interface Links {
  /** Where an invited user sets a password. */
  readonly invitation: (companyId: string, userId: string, issuedAt: Date) => string
  /** Where a guest enters one room. */
  readonly guest: (companyId: string, guestId: string, issuedAt: Date) => string
}

/**
 * @param publicUrl where people reach this installation; it may carry a path and a trailing slash
 * @param key the installation's key: at least 32 bytes, written as hex
 */
export function createLinks({ publicUrl, key }: { publicUrl: string; key: string }): Links {
  const base = baseOf(publicUrl)
  return {
    invitation: (companyId, subjectId, issuedAt) =>
      `${base}/invitation/${signToken(key, 'invitation', { companyId, subjectId, issuedAt })}`,
    guest: (companyId, subjectId, issuedAt) =>
      `${base}/guest/${signToken(key, 'guest', { companyId, subjectId, issuedAt })}`,
  }
}

function baseOf(publicUrl: string): string {
  const { origin, pathname } = new URL(publicUrl)
  return origin + pathname.replace(/\/+$/, '')
}
