import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { plausibility } from './plausibility.ts'

export interface DamagedWord {
  readonly value: string
  /** What it was before it was saved in the wrong encoding. */
  readonly meant: string
}

/** What the first byte of an umlaut or an accented letter in UTF-8 becomes in Windows-1252, and what its second one. */
const remains = /[ÃÄÅ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/

/** May there be damaged words in this text? Quick: all of a source passes here. */
export function mayBeDamaged(text: string): boolean {
  return remains.test(text)
}

/** The first word of a cell that is UTF-8 taken for Windows-1252 (`MÃ¼ller`); undefined without one. */
export function damagedWord(cell: string): DamagedWord | undefined {
  if (!remains.test(cell)) return undefined
  for (const value of cell.split(/[^A-Za-z\u0080-\uFFFF]+/)) {
    const bytes = iconv.encode(value, 'windows-1252')
    if (!remains.test(value) || !isUtf8(bytes)) continue
    const meant = bytes.toString('utf8')
    if (plausibility(meant) > 0) return { value, meant }
  }
  return undefined
}
