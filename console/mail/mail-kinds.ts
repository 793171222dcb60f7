import type { Mail } from '../../src/http/contract/mail.ts'

/** The kinds of mails, the most frequent first. */
export const mailKinds: readonly Mail['kind'][] = ['invitation', 'guest', 'password', 'test']

/** Is it the name of a kind? */
export function isMailKind(name: string | undefined): name is Mail['kind'] {
  return mailKinds.some((kind) => kind === name)
}
