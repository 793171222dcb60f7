import iconv from 'iconv-lite'
import { sourceNotice } from '../../domain/source-notice.ts'
import type { SourceNotice } from '../../domain/source-notice.ts'
import type { SourceRow } from '../../domain/table.ts'
import { oddWord } from './odd-word.ts'
import { suggestEncoding } from './suggest-encoding.ts'

/** Looks at rows as they pass. */
export interface Doubt {
  readonly look: (rows: readonly SourceRow[]) => void
  /** What was found so far: nothing, or one notice. */
  readonly notices: () => readonly SourceNotice[]
}

// Odd words without an encoding in which they are better are few; a text full of them is not searched to its end.
const maxOddWords = 1000

/**
 * Doubts a guess of Windows-1252, in which nearly all bytes are valid: a word that nobody writes so, and that makes
 * sense in another encoding, is noticed. The search ends with the first one.
 */
export function doubtEncoding(encoding: () => string): Doubt {
  let found: SourceNotice | undefined
  let left = maxOddWords
  return {
    look(rows) {
      if (encoding() !== 'windows-1252') return
      for (const { line, cells } of rows) {
        for (const cell of cells) {
          if (found !== undefined || left === 0) return
          const value = oddWord(cell)
          if (value === undefined) continue
          left -= 1
          const suggestion = suggestEncoding(iconv.encode(value, 'windows-1252'), 0, encoding())
          if (suggestion === undefined) continue
          found = sourceNotice('doubtful-encoding', {
            encoding: encoding(),
            suggestion,
            line,
            value,
          })
        }
      }
    },
    notices: () => (found === undefined ? [] : [found]),
  }
}
