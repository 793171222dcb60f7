import { problem } from '../domain/problem.ts'
import type { Reading } from './reading.ts'
import { wordReader } from './read-word.ts'
import { shownValue } from './shown-value.ts'
import { withoutQuotes } from './without-quotes.ts'
import { booleanWords } from './words/boolean-words.ts'

/** Reads a clean cell as True or False, in any language of `booleanWords`; an unknown word is never silently False. */
export function readBoolean(text: string): Reading<boolean> {
  const reading = booleanWord(withoutQuotes(text))
  if ('value' in reading) return { value: reading.value === 'True' }
  const { suggestion } = reading
  return {
    problem: problem('unknown-boolean', 'sendMail', { value: shownValue(text), suggestion }),
  }
}

const booleanWord = wordReader(booleanWords)
