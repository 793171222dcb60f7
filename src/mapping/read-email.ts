import { parseEmail } from '../domain/email.ts'
import type { EmailAddress } from '../domain/email.ts'
import { problem } from '../domain/problem.ts'
import type { Reading } from './reading.ts'
import { shownValue } from './shown-value.ts'
import { unwrapAddress } from './unwrap-address.ts'

/**
 * Reads a clean cell as an address, whatever a program put around it. A slip is a problem; where exactly one
 * mend is obvious, it is suggested.
 */
export function readEmail(text: string): Reading<EmailAddress> {
  const address = parseEmail(text) ?? parseEmail(unwrapAddress(text))
  if (address !== undefined) return { value: address }
  return {
    problem: problem('invalid-email', 'email', {
      value: shownValue(text),
      suggestion: text.length > longest ? undefined : parseEmail(mended(text))?.text,
    }),
  }
}

// A person's name stands around it at most; in a cell of 10,000 characters nobody has made one slip.
const longest = 500

/** The slips that leave no doubt about what was meant; a misspelt domain is not one of them. */
function mended(text: string): string {
  const ended = text
    .replace(/[\p{Default_Ignorable_Code_Point}\u2800]+/gu, '')
    .replace(/[.,;:'"\s]+$/, '')
  return unwrapAddress(ended)
    .replace(/^[.,;:'"<(\s]+|[.,;:'">)\s]+$/g, '')
    .replace(/\s*(?:[@＠﹫]+|\(at\)|\[at\])\s*/gi, '@')
    .replace(/[‘’]/g, "'")
    .replace(/\.{2,}/g, '.')
    .replace(/@([^@.,\s]+),([^@.,\s]+)$/, '@$1.$2')
}
