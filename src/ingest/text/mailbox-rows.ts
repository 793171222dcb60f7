import { sourceNotice } from '../../domain/source-notice.ts'
import type { SourceNotice } from '../../domain/source-notice.ts'
import type { SourceRow } from '../../domain/table.ts'
import { isLabel } from './looks-like-mailboxes.ts'
import type { MailboxLook } from './looks-like-mailboxes.ts'
import { readMailboxes } from './read-mailboxes.ts'
import type { RecordSplitter } from './split-records.ts'
import { splitMailboxes } from './split-mailboxes.ts'
import type { MailboxPiece } from './split-mailboxes.ts'

export interface MailboxRows extends RecordSplitter {
  /** What was not taken so far: nothing, or one notice. */
  readonly notices: () => readonly SourceNotice[]
}

/**
 * A list of mailboxes as rows: address and name, or the address alone where the beginning had no names. What is no
 * mailbox is a row as it stands, so that the row has a problem and nothing is lost; labels are counted.
 */
export function mailboxRows({ areNamed }: MailboxLook, maxLength: number): MailboxRows {
  const pieces = splitMailboxes(maxLength)
  let labels = 0
  let first: MailboxPiece | undefined
  return {
    push: (text) => rows(pieces.push(text)),
    end: () => rows(pieces.end()),
    line: pieces.line,
    notices() {
      if (first === undefined) return []
      const { line, text } = first
      return [
        sourceNotice('lines-without-address', { count: labels, line, first: text.slice(0, 80) }),
      ]
    },
  }

  function rows(pieces: readonly MailboxPiece[]): readonly SourceRow[] {
    return pieces.flatMap((piece) => {
      const { line, text } = piece
      if (!isLabel(text)) return cellsOf(text).map((cells) => ({ line, cells }))
      labels += 1
      first ??= piece
      return []
    })
  }

  function cellsOf(text: string): readonly (readonly string[])[] {
    const mailboxes = readMailboxes(text)
    if (mailboxes.length === 0) return [[text]]
    if (areNamed) return mailboxes.map(({ address, name }) => [address, name])
    return mailboxes.map(({ address, name }) => [name === '' ? address : text])
  }
}
