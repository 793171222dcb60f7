import { asItLooks } from '../domain/as-it-looks.ts'

/**
 * The cell as a person sees it: without white space and invisible characters at its ends, and inside so that what
 * looks the same is the same. The database's `clean_cell` does exactly this as well.
 */
export function cleanCell(cell: string): string {
  const trimmed = cell.trim()
  return isPrintableAscii(trimmed) ? trimmed : trimInvisible(asItLooks(trimmed))
}

/** Is the text free of everything that could need normalising or be forbidden? Most cells are. */
export function isPrintableAscii(text: string): boolean {
  // A loop, because for texts this short a regular expression takes twice as long.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}

const invisible = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/

// Two cursors, because `/…+$/` looks at a long run of spaces once for each of them.
function trimInvisible(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && invisible.test(text.charAt(start))) start++
  while (end > start && invisible.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
