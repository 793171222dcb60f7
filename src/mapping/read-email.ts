import { parseEmail } from '../domain/email.ts'
import type { EmailAddress } from '../domain/email.ts'
import { problem } from '../domain/problem.ts'
import type { Reading } from './reading.ts'
import { shownValue } from './shown-value.ts'

/** Reads a clean cell as an address; where exactly one mend is obvious, the problem suggests it. */
export function readEmail(text: string): Reading<EmailAddress> {
  const address = parseEmail(text)
  if (address !== undefined) return { value: address }
  return {
    problem: problem('invalid-email', 'email', {
      value: shownValue(text),
      suggestion: parseEmail(mended(text))?.text,
    }),
  }
}

/** The slips that leave no doubt about what was meant; a misspelt domain is not one of them. */
function mended(text: string): string {
  return inAngleBrackets(text)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/^[.,;:'"<(\s]+|[.,;:'">)\s]+$/g, '')
    .replace(/^mailto:\s*/i, '')
    .replace(/\s*(?:@+|\(at\)|\[at\])\s*/gi, '@')
    .replace(/\.{2,}/g, '.')
    .replace(/@([^@.,\s]+),([^@.,\s]+)$/, '@$1.$2')
}

/** `Ada Lovelace <ada@example.org>`, as mail programs copy it. */
function inAngleBrackets(text: string): string {
  return /<([^<>]*)>\s*[,;]?$/.exec(text)?.[1] ?? text
}
