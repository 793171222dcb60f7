import type { MailKind } from '../directory/schema.ts'

/** The kinds of mails that wait while a company holds its mails: what somebody asked for themselves does not. */
export const heldKinds: readonly MailKind[] = ['invitation', 'guest']

/** Does a mail of this kind wait while its company, or its batch, holds its mails? */
export function canBeHeld(kind: MailKind): boolean {
  return heldKinds.includes(kind)
}
