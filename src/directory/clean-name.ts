import { RequestError } from '../domain/request-error.ts'
import { visibleText } from './visible-text.ts'

/**
 * The name of a company or a room as it is stored, so that cells can name it.
 * @throws RequestError `invalid-request` when nothing is left, or something that nobody could see
 */
export function cleanName(text: string): string {
  const name = visibleText(text)
  if (name === '') throw new RequestError('invalid-request', { reason: 'name-needed' })
  return name
}
