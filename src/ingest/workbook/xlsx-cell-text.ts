import { dateText } from './date-text.ts'
import { numberText } from './number-text.ts'
import { damaged } from './open-archive.ts'
import { percentText } from './percent-text.ts'
import { unescapeText } from './unescape-text.ts'
import type { NumberStyle } from './xlsx-styles.ts'

/** What the cells of a workbook refer to. */
export interface XlsxTexts {
  /** The texts that cells share. */
  readonly strings: readonly string[]
  readonly from1904: boolean
}

/** A cell as it is stored: what kind of value it has, how that is shown, and the value. */
export interface XlsxCell {
  readonly type: string
  readonly style: NumberStyle | undefined
  readonly stored: string
}

/**
 * A cell as people see it: dates as ISO, TRUE and FALSE, numbers without exponents and with the leading zeros
 * that they are shown with. Throws `unreadable-source` for a text that the workbook does not have.
 */
export function xlsxCellText({ strings, from1904 }: XlsxTexts, cell: XlsxCell): string {
  const { type, style, stored } = cell
  if (stored === '') return ''
  switch (type) {
    case 's':
      return strings[Number(stored)] ?? missingText()
    case 'inlineStr':
    case 'str':
      return unescapeText(stored)
    case 'b':
      return stored.trim() === '0' || stored.trim() === 'false' ? 'FALSE' : 'TRUE'
    case 'd':
      return stored.replace(/(T00:00:00)?(\.\d+)?Z?$/, '')
    case 'n':
      return shownNumber(stored, style, from1904)
    default:
      return stored
  }
}

function shownNumber(stored: string, style: NumberStyle | undefined, from1904: boolean): string {
  if (style === 'date') return dateText(Number(stored), from1904) ?? numberText(stored)
  if (style === 'percent') return percentText(stored)
  const number = numberText(stored)
  if (typeof style !== 'object' || !/^\d+$/.test(number)) return number
  return number.padStart(style.digits, '0')
}

function missingText(): never {
  throw damaged('a text that cells share is missing')
}
