import { readCellReference } from './cell-reference.ts'
import { damaged } from './open-archive.ts'
import type { Archive } from './open-archive.ts'
import { unpackEntry } from './unpack-entry.ts'

/** A cell that reaches down over other rows: its column, counted from 0, and the last line. */
export interface MergedArea {
  readonly column: number
  readonly bottom: number
}

// In a list of 400,000 rows every other cell of a column may be merged.
const maxAreas = 200_000

/** More than any one element of the list has: `<mergeCell ref="XFD1048575:XFD1048576"/>`. */
const longestElement = 256

const element =
  /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,100}?\bref=["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/g

/**
 * The merged cells of a sheet that are higher than one row, by the line in which they begin. XLSX lists them
 * behind all rows, so the sheet is unpacked once more for them; looking for a word among the bytes takes a
 * fifteenth of the time that reading the rows takes. Throws `unreadable-source` for a list without end.
 */
export async function xlsxMergedCells(
  archive: Archive,
  entryName: string,
): Promise<ReadonlyMap<number, readonly MergedArea[]>> {
  const areas = new Map<number, MergedArea[]>()
  let count = 0
  for await (const [, from = '', to = ''] of matches(archive, entryName)) {
    const top = readCellReference(from)
    const end = readCellReference(to)
    if (top === undefined || end === undefined || end.line <= top.line) continue
    count += 1
    if (count > maxAreas) throw damaged(`more than ${maxAreas} merged cells`)
    const area = { column: top.column, bottom: end.line }
    const others = areas.get(top.line)
    if (others === undefined) areas.set(top.line, [area])
    else others.push(area)
  }
  return areas
}

async function* matches(archive: Archive, entryName: string): AsyncGenerator<RegExpExecArray> {
  let text = ''
  for await (const bytes of unpackEntry(archive, entryName)) {
    text += bytes.toString('latin1')
    let read = text.length - longestElement
    if (text.includes('mergeCell')) {
      for (const match of text.matchAll(element)) {
        yield match
        read = Math.max(read, match.index + match[0].length)
      }
    }
    text = text.slice(Math.max(read, 0))
  }
}
