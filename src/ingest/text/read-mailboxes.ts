import { readMailbox } from './read-mailbox.ts'
import type { Mailbox } from './read-mailbox.ts'

/**
 * The mailboxes of a piece of a list: one, or several addresses with nothing but blanks and an “and” between them.
 * None when it is something else.
 */
export function readMailboxes(text: string): readonly Mailbox[] {
  const mailbox = readMailbox(text)
  if (mailbox !== undefined) return [mailbox]
  const addresses = text.split(/\s+/).filter((word) => !conjunctions.has(word.toLowerCase()))
  const mailboxes = addresses.map((address) => readMailbox(address))
  return mailboxes.every((found) => found !== undefined) ? mailboxes : []
}

const conjunctions: ReadonlySet<string> = new Set(['and', 'und', 'et', 'e', 'y', '&', '+'])
