import { asItLooks } from '../domain/as-it-looks.ts'
import { RequestError } from '../domain/request-error.ts'

/**
 * A name as it is stored: trimmed, and what looks the same is the same, as in the cells of a batch.
 * @throws RequestError `invalid-request` for something in it that nobody could see
 */
export function visibleText(text: string): string {
  const name = asItLooks(text).trim()
  if (invisible.test(name)) {
    throw new RequestError('invalid-request', { reason: 'invisible-characters' })
  }
  return name
}

// Control characters, lone surrogates, line and paragraph separators.
const invisible = /[\p{Cc}\p{Cs}\u2028\u2029]/u
