import { problem } from '../domain/problem.ts'
import type { Role } from '../domain/role.ts'
import type { Reading } from './reading.ts'
import { wordReader } from './read-word.ts'
import { shownValue } from './shown-value.ts'

/** Reads a clean cell as a role, in English or German; an unknown word is a problem, never a guess. */
export function readRole(text: string): Reading<Role> {
  const reading = roleWord(text)
  if ('value' in reading) return reading
  const { suggestion } = reading
  return { problem: problem('unknown-role', 'role', { value: shownValue(text), suggestion }) }
}

const roleWord = wordReader<Role>([
  ['Admin', 'Admin', ['Administrator', 'Administratorin']],
  ['Moderator', 'Moderator', ['Moderatorin']],
  ['Participant', 'Participant', ['Teilnehmer', 'Teilnehmerin', 'Teilnehmende', 'Teilnehmender']],
  ['Guest', 'Guest', ['Gast', 'Gästin']],
  ['Spectator', 'Spectator', ['Viewer', 'Zuschauer', 'Zuschauerin', 'Zuseher', 'Zuseherin']],
  [
    'No access',
    'No access',
    ['None', 'Kein Zugriff', 'Keinen Zugriff', 'Kein Zugang', 'Keinen Zugang', 'Kein Zutritt'],
  ],
])
