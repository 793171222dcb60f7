import { RequestError } from '../../domain/request-error.ts'
import { isGuessable, type PasswordOwner } from './is-guessable.ts'
import { normalPassword } from './normal-password.ts'

/**
 * Holds a password that somebody chooses against the rules: long enough, and not among those that are tried first.
 * There is no rule about kinds of characters: it would forbid good passwords, and lead to “Password1!”.
 * @throws RequestError `password-too-short`, `password-too-common`
 */
export async function checkPassword(text: string, owner: PasswordOwner): Promise<void> {
  const password = normalPassword(text)
  const characters = [...new Intl.Segmenter().segment(password)].length
  if (characters < least) throw new RequestError('password-too-short', { least })
  if (await isGuessable(password, owner)) throw new RequestError('password-too-common')
}

const least = 10
