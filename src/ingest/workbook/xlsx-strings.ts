import { findEntry } from './open-archive.ts'
import type { Archive } from './open-archive.ts'
import { readWholeXml } from './read-xml.ts'
import { unescapeText } from './unescape-text.ts'

/**
 * The texts that cells share, in the order in which cells refer to them. Of one that is longer than a cell may be
 * only so much is kept that the cell is refused.
 */
export async function readSharedStrings(
  archive: Archive,
  entryName: string | undefined,
  maxLength: number,
): Promise<readonly string[]> {
  if (entryName === undefined || findEntry(archive, entryName) === undefined) return []
  const strings: string[] = []
  let text = ''
  let inText = false
  let inPhonetic = false
  await readWholeXml(archive, entryName, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inPhonetic = true
      inText = name === 't' && !inPhonetic
    },
    text(piece) {
      if (inText && text.length <= maxLength) text += piece
    },
    close(name) {
      inText = false
      if (name === 'rPh') inPhonetic = false
      if (name === 'si') strings.push(unescapeText(text))
    },
  })
  return strings
}
