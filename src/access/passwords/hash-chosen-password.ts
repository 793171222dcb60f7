import { checkPassword } from './check-password.ts'
import { hashPassword } from './hash-password.ts'
import type { PasswordOwner } from './is-guessable.ts'

/**
 * What is stored of a password that somebody chooses. Both the rules and the hash take their time: this belongs before
 * a transaction, not into it.
 * @throws RequestError `password-too-short`, `password-too-common`, `too-many-requests`
 */
export async function hashChosenPassword(password: string, owner: PasswordOwner): Promise<string> {
  await checkPassword(password, owner)
  return await hashPassword(password)
}
