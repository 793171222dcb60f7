import { findEntry } from './open-archive.ts'
import type { Archive } from './open-archive.ts'
import { readWholeXml } from './read-xml.ts'

/** How a cell's number is shown: as a date, a percentage, with at least so many digits, or as it is. */
export type NumberStyle = 'date' | 'percent' | 'plain' | { readonly digits: number }

// The formats that every spreadsheet has, by number (ECMA-376, 18.8.30): dates and times, in all languages.
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51,
  52, 53, 54, 55, 56, 57, 58,
])

// By the same list: 0% and 0.00%.
const builtInPercentages = new Set([9, 10])

/** The number style of each cell style, in the order in which cells refer to them. */
export async function readStyles(
  archive: Archive,
  entryName: string | undefined,
): Promise<readonly NumberStyle[]> {
  if (entryName === undefined || findEntry(archive, entryName) === undefined) return []
  const formats = new Map<number, string>()
  const styles: NumberStyle[] = []
  let inCellStyles = false
  await readWholeXml(archive, entryName, {
    open(name, attributes) {
      if (name === 'numFmt') {
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      }
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const id = Number(attributes['numFmtId'] ?? 0)
      styles.push(builtInStyle(id) ?? numberStyle(formats.get(id) ?? ''))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

function builtInStyle(id: number): NumberStyle | undefined {
  if (builtInDates.has(id)) return 'date'
  return builtInPercentages.has(id) ? 'percent' : undefined
}

/**
 * Told from the format's code: letters of dates outside of quotes and brackets, a percent sign, or nothing but
 * zeros.
 */
export function numberStyle(code: string): NumberStyle {
  const [positive = ''] = code.split(';')
  if (/^0{2,}$/.test(positive)) return { digits: positive.length }
  const bare = positive
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/[dmyhs]/i.test(bare.replaceAll(/general|standard/gi, ''))) return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}
