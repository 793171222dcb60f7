import { storableCell } from '../storable-cell.ts'
import { quoted, type CellStyle } from './cell-styles.ts'

/**
 * A cell of text. One that begins as a formula does is marked as text for good (`quotePrefix`), so that it stays text
 * when somebody opens it for editing and closes it again.
 * @param reference where it stands, such as `C7`
 */
export function cellXml(reference: string, text: string, style: CellStyle): string {
  if (text === '') return `<c r="${reference}" s="${style}"/>`
  const shown = beginsFormula.test(text) ? quoted(style) : style
  const xml = escaped(storableCell(text))
  return `<c r="${reference}" s="${shown}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`
}

const beginsFormula = /^[=+\-@\t\r]/

// A carriage return would be read as a line feed, and what looks like such an escape as one (ECMA-376, 22.9.2.19).
function escaped(text: string): string {
  if (!/[&<>\r_]/.test(text)) return text
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}[_\r])/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
