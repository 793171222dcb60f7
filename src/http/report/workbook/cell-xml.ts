import { cellStyles } from './cell-styles.ts'
import { storableCell } from '../storable-cell.ts'

/**
 * A cell of text. One that begins as a formula does is marked as text for good (`quotePrefix`), so that it stays text
 * when somebody opens it for editing and closes it again.
 * @param reference where it stands, such as `C7`
 */
export function cellXml(reference: string, text: string, style: number): string {
  if (text === '') return `<c r="${reference}" s="${style}"/>`
  const shown = beginsFormula.test(text) ? (quoted[style] ?? style) : style
  const xml = escaped(storableCell(text))
  return `<c r="${reference}" s="${shown}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`
}

const beginsFormula = /^[=+\-@\t\r]/

const quoted: Readonly<Record<number, number>> = {
  [cellStyles.text]: cellStyles.quotedText,
  [cellStyles.bad]: cellStyles.quotedBad,
}

// A carriage return would be read as a line feed, and what looks like such an escape as one (ECMA-376, 22.9.2.19).
function escaped(text: string): string {
  if (!/[&<>\r_]/.test(text)) return text
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
