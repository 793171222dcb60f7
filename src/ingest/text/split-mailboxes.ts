import { SourceError } from '../../domain/table.ts'

/** What stands between two separators, and the line in which it begins. */
export interface MailboxPiece {
  readonly line: number
  readonly text: string
}

/** Takes a list of mailboxes in pieces of any size and gives what each completes. */
export interface MailboxSplitter {
  push(text: string): readonly MailboxPiece[]
  end(): readonly MailboxPiece[]
  /** The line that the end of the text pushed so far stands in. */
  readonly line: () => number
}

const closings: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['<', '>'],
  ['(', ')'],
])

/** What may end a piece, or says how to go on. */
const special = /[\r\n;,@"<(]/g

/**
 * Splits a list of mailboxes at its semicolons and line ends, and at those commas that stand behind an address: in
 * `Doe, Jane <jane@example.org>, Roe, John <…>` the others belong to a name. What is enclosed in quotes or brackets
 * stays together, as long as they are closed in the same line. Blank pieces are left out.
 *
 * Written here, since parsers of headers want the whole text, and tell neither the line of a piece nor which is none.
 *
 * Throws `SourceError` `unreadable-source` with the reason `cell-too-long` for a piece of more than `maxLength`
 * characters.
 */
export function splitMailboxes(maxLength: number): MailboxSplitter {
  let text = ''
  let isLast = false
  let line = 1
  /** The piece that is being read begins at 0; up to `at` it was looked at. */
  let at = 0
  let hasAddress = false
  /** Up to where there is no such closing quote or bracket, so that nothing is searched for it twice. */
  const unclosed = new Map<string, number>()

  return {
    push(piece) {
      text += piece
      return completedPieces()
    },
    end() {
      isLast = true
      return completedPieces()
    },
    line: () => line,
  }

  function completedPieces(): MailboxPiece[] {
    const pieces: MailboxPiece[] = []
    let start = 0
    while (readPiece()) {
      if (at - start > maxLength) throw tooLong()
      const piece = text.slice(start, at).trim()
      if (piece !== '') pieces.push({ line, text: piece })
      if (at < text.length) {
        if (isLineEnd(text, at)) line += 1
        at += text.startsWith('\r\n', at) ? 2 : 1
      }
      start = at
      hasAddress = false
      if (isLast && at >= text.length) break
    }
    text = text.slice(start)
    at -= start
    unclosed.clear()
    if (text.length > maxLength) throw tooLong()
    return pieces
  }

  /** Goes on to the end of the piece; false when it is not there yet. */
  function readPiece(): boolean {
    for (; ; at += 1) {
      special.lastIndex = at
      const character = special.exec(text)?.[0]
      at = character === undefined ? text.length : special.lastIndex - 1
      if (character === undefined) return isLast
      if (character === '\r' && at + 1 === text.length && !isLast) return false
      if (character === ';' || isLineEnd(text, at)) return true
      if (character === ',' && hasAddress) return true
      if (character === '@') hasAddress = true
      const closing = closings.get(character)
      if (closing === undefined) continue
      const end = enclosedUpTo(closing)
      if (end === undefined) return false
      hasAddress ||= character !== '"' && text.slice(at, end).includes('@')
      at = end
    }
  }

  /** Where the enclosed text ends: here, when it is not closed in this line; undefined when that is not known yet. */
  function enclosedUpTo(closing: string): number | undefined {
    if (at < (unclosed.get(closing) ?? 0)) return at
    for (let end = at + 1; end < text.length; end += 1) {
      if (isLineEnd(text, end)) {
        unclosed.set(closing, end)
        return at
      }
      if (closing === '"' && text[end] === '\\' && !isLineEnd(text, end + 1)) end += 1
      else if (text[end] === closing) return end
    }
    if (!isLast) return undefined
    unclosed.set(closing, text.length)
    return at
  }

  function tooLong(): SourceError {
    return new SourceError('unreadable-source', {
      reason: 'cell-too-long',
      limit: maxLength,
      line,
    })
  }
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r'
}
