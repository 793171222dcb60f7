import iconv from 'iconv-lite'
import { sourceNotice } from '../../domain/source-notice.ts'
import type { SourceNotice } from '../../domain/source-notice.ts'
import type { SourceRow } from '../../domain/table.ts'
import { damagedWord, mayBeDamaged } from './damaged-word.ts'
import { oddWord } from './odd-word.ts'
import { suggestEncoding } from './suggest-encoding.ts'

/** Looks at a text as it passes. */
export interface Doubt {
  /** `rows`: those that end in this piece of the text. */
  readonly look: (piece: string, rows: readonly SourceRow[]) => void
  /** What was found so far: nothing, or one notice. */
  readonly notices: () => readonly SourceNotice[]
}

// Odd words without an encoding in which they are better are few; a text full of them is not searched to its end.
const maxOddWords = 1000

/**
 * Doubts how a text was read: a guess of Windows-1252, in which nearly all bytes are valid, when a word that nobody
 * writes so makes sense in another encoding; and UTF-8 that holds what once was read as Windows-1252. The search ends
 * with the first such word.
 */
export function doubtEncoding(encoding: () => string, isGuess: boolean): Doubt {
  let found: SourceNotice | undefined
  let left = maxOddWords
  let isSuspicious = false

  return {
    look(piece, rows) {
      if (found !== undefined) return
      if (encoding() === 'windows-1252' && isGuess) found = firstIn(rows, oddIn)
      if (encoding() !== 'utf-8') return
      // From a piece that may have one on, since its row may end in a later piece.
      isSuspicious ||= mayBeDamaged(piece)
      if (isSuspicious) found = firstIn(rows, damagedIn)
    },
    notices: () => (found === undefined ? [] : [found]),
  }

  function oddIn(cell: string, line: number): SourceNotice | undefined {
    const value = left === 0 ? undefined : oddWord(cell)
    if (value === undefined) return undefined
    left -= 1
    const suggestion = suggestEncoding(iconv.encode(value, 'windows-1252'), 0, 'windows-1252')
    if (suggestion === undefined) return undefined
    const encoding = 'windows-1252'
    return sourceNotice('doubtful-encoding', { encoding, suggestion, line, value })
  }
}

function damagedIn(cell: string, line: number): SourceNotice | undefined {
  const word = damagedWord(cell)
  return word === undefined ? undefined : sourceNotice('damaged-letters', { line, ...word })
}

function firstIn(
  rows: readonly SourceRow[],
  noticeIn: (cell: string, line: number) => SourceNotice | undefined,
): SourceNotice | undefined {
  for (const { line, cells } of rows) {
    for (const cell of cells) {
      const notice = noticeIn(cell, line)
      if (notice !== undefined) return notice
    }
  }
  return undefined
}
