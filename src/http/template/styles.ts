import type { CellStyle } from 'hucre/xlsx'

const font = { name: 'Calibri', size: 11, bold: true }

/** The names of columns. */
export const heading: CellStyle = {
  font,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9ECEF' } },
}

/** What a sheet, or a part of it, is about. */
export const title: CellStyle = { font: { ...font, size: 14 } }
