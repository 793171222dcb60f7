/** An invitation can be accepted for so many days after it was issued; then it is sent anew. */
export const invitationDays = 15

/** The moment from which an invitation that was issued then no longer opens. */
export function invitationEnd(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + invitationDays * 24 * 60 * 60 * 1000)
}
