import { problem } from '../domain/problem.ts'
import type { Reading } from './reading.ts'
import { wordReader } from './read-word.ts'
import { shownValue } from './shown-value.ts'

/** Reads a clean cell as True or False, in English or German; an unknown word is never silently False. */
export function readBoolean(text: string): Reading<boolean> {
  const reading = booleanWord(text)
  if ('value' in reading) return reading
  const { suggestion } = reading
  return {
    problem: problem('unknown-boolean', 'sendMail', { value: shownValue(text), suggestion }),
  }
}

const booleanWord = wordReader<boolean>([
  [true, 'True', ['T', 'Yes', 'Y', 'On', '1', 'Wahr', 'W', 'Ja', 'J', 'Ein', 'An']],
  [false, 'False', ['F', 'No', 'N', 'Off', '0', 'Falsch', 'Nein', 'Aus']],
])
