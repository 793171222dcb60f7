import { RequestError } from '../domain/request-error.ts'

/**
 * The name of a company or a room as it is stored: NFC and trimmed, like the cells that will name it.
 * @throws RequestError `invalid-request` when nothing is left, or something that nobody could see
 */
export function cleanName(text: string): string {
  const name = text.normalize('NFC').trim()
  if (name === '') throw new RequestError('invalid-request', { reason: 'name-needed' })
  if (invisible.test(name)) {
    throw new RequestError('invalid-request', {
      reason: 'invisible-characters',
    })
  }
  return name
}

// Control characters, lone surrogates, line and paragraph separators.
const invisible = /[\p{Cc}\p{Cs}\u2028\u2029]/u
