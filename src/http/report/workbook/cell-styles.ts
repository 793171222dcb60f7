/** The styles of cells, by their place in the workbook’s list of them. */
export const cellStyles = {
  ordinary: 0,
  heading: 1,
  text: 2,
  /** Text that begins as formulas do: spreadsheet programs leave it text even when somebody edits it. */
  quotedText: 3,
  bad: 4,
  quotedBad: 5,
  message: 6,
} as const

/**
 * The part that says what the styles look like, in the order above. All but the first are text (`@`), so that what is
 * typed into a cell keeps its zeros, and a room called 2-14 is no date.
 */
export const stylesXml = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF9C0006"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9ECEF"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  style({ format: 0, font: 0, fill: 0 }),
  style({ format: 49, font: 1, fill: 2 }),
  style({ format: 49, font: 0, fill: 0 }),
  style({ format: 49, font: 0, fill: 0, isQuoted: true }),
  style({ format: 49, font: 2, fill: 3 }),
  style({ format: 49, font: 2, fill: 3, isQuoted: true }),
  style({ format: 49, font: 0, fill: 0, wraps: true }),
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function style(look: {
  readonly format: number
  readonly font: number
  readonly fill: number
  readonly isQuoted?: boolean
  readonly wraps?: boolean
}): string {
  const { format, font, fill, isQuoted = false, wraps = false } = look
  const quoted = isQuoted ? ' quotePrefix="1"' : ''
  const alignment = `<alignment vertical="top"${wraps ? ' wrapText="1"' : ''}/>`
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"${quoted}>${alignment}</xf>`
}
