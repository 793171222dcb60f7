import { invitationEnd } from '../domain/invitation.ts'

/** Is an invitation, or a mailed guest link, of that time still good? Nobody is mailed the same within its validity. */
export function invitationIsValid(issuedAt: Date | null, now: Date): boolean {
  return issuedAt !== null && now < invitationEnd(issuedAt)
}
