import { oneLine } from './one-line.ts'

/**
 * A text that somebody else chose, fit for a header. What looks like an encoded word (RFC 2047) would be decoded on
 * its way to the reader; with an invisible character inside, it is text that has to be encoded itself.
 */
export function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '=\u200b?')
}
