import { problem } from '../domain/problem.ts'
import type { Role } from '../domain/role.ts'
import type { Reading } from './reading.ts'
import { wordReader } from './read-word.ts'
import { shownValue } from './shown-value.ts'
import { withoutQuotes } from './without-quotes.ts'
import { roleWords } from './words/role-words.ts'

/** Reads a clean cell as a role, in any language of `roleWords`; an unknown word is a problem, never a guess. */
export function readRole(text: string): Reading<Role> {
  const reading = roleWord(withoutQuotes(text))
  if ('value' in reading) return reading
  const { suggestion } = reading
  return { problem: problem('unknown-role', 'role', { value: shownValue(text), suggestion }) }
}

const roleWord = wordReader(roleWords)
