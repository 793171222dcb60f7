import type { SourceRow } from '../../domain/table.ts'
import { isLabel } from './looks-like-mailboxes.ts'
import type { MailboxLook } from './looks-like-mailboxes.ts'
import { readMailboxes } from './read-mailboxes.ts'
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
      .flatMap(({ line, text }) => cellsOf(text).map((cells) => ({ line, cells })))
  }

  function cellsOf(text: string): readonly (readonly string[])[] {
    const mailboxes = readMailboxes(text)
    if (mailboxes.length === 0) return [[text]]
    if (areNamed) return mailboxes.map(({ address, name }) => [address, name])
    return mailboxes.map(({ address, name }) => [name === '' ? address : text])
  }
}
