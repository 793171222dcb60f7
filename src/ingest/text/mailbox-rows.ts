import type { SourceRow } from '../../domain/table.ts'
import { isLabel } from './looks-like-mailboxes.ts'
import type { MailboxLook } from './looks-like-mailboxes.ts'
import { readMailbox } from './read-mailbox.ts'
import type { RecordSplitter } from './split-records.ts'
import { splitMailboxes } from './split-mailboxes.ts'
import type { MailboxPiece } from './split-mailboxes.ts'

/**
 * A list of mailboxes as rows: address and name, or the address alone where the beginning had no names. What is no
 * mailbox is a row as it stands, so that the row has a problem and nothing is lost.
 */
export function mailboxRows({ areNamed }: MailboxLook, maxLength: number): RecordSplitter {
  const pieces = splitMailboxes(maxLength)
  return {
    push: (text) => rows(pieces.push(text)),
    end: () => rows(pieces.end()),
    line: pieces.line,
  }

  function rows(pieces: readonly MailboxPiece[]): readonly SourceRow[] {
    return pieces
      .filter(({ text }) => !isLabel(text))
      .map(({ line, text }) => ({ line, cells: cells(text) }))
  }

  function cells(text: string): readonly string[] {
    const mailbox = readMailbox(text)
    if (mailbox === undefined) return [text]
    if (areNamed) return [mailbox.address, mailbox.name]
    return [mailbox.name === '' ? mailbox.address : text]
  }
}
