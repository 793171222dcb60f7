import type { Me } from '../../http/contract/me.ts'
import { commandHere, shellQuoted } from '../command-here.ts'
import type { Context } from '../context.ts'
import { plain } from '../show/plain.ts'

/** How the first administrator gets in who has no password yet; nothing where they have one. */
export function howToGetIn(
  { words, flags }: Pick<Context, 'words' | 'flags'>,
  { email, hasPassword }: Me,
): readonly string[] {
  if (hasPassword) return []
  const command = commandHere(flags)
  return [
    words.noPasswordYet(plain(email), `${command} password-link ${shellQuoted(email)}`),
    words.signInWith(`${command} keys create --name console`),
  ]
}
