import { invitationEnd } from '../domain/invitation.ts'
import type { Mail } from './mail.ts'

/** The moment from which no link of this mail opens any more; null when they open until further notice, or there is none. */
export function linkEnd(mail: Mail): Date | null {
  if (mail.kind === 'invitation') return invitationEnd(new Date(mail.content.issuedAt))
  if (mail.kind === 'password') return new Date(mail.content.expiresAt)
  if (mail.kind === 'test') return null
  return mail.content.validUntil === undefined ? null : new Date(mail.content.validUntil)
}
