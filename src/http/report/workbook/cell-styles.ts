/** The styles of cells, by their place in the workbook's list of them. Behind each stands the same one, quoted. */
export const cellStyles = {
  heading: 1,
  text: 3,
  bad: 5,
  message: 7,
} as const

export type CellStyle = (typeof cellStyles)[keyof typeof cellStyles]

/** The same style, for text that begins as formulas do: programs leave it text even when somebody edits it. */
export function quoted(style: CellStyle): number {
  return style + 1
}

const fonts = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF9C0006"/><name val="Calibri"/><family val="2"/></font>',
]

// Programs take the first two for themselves, whatever stands there.
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE9ECEF"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>',
]

interface Look {
  readonly font: number
  readonly fill: number
  readonly wraps: boolean
}

const looks: Readonly<Record<keyof typeof cellStyles, Look>> = {
  heading: { font: 1, fill: 2, wraps: false },
  text: { font: 0, fill: 0, wraps: false },
  // Bold in dark red on a light red ground: seen without colours, and on a dark screen too.
  bad: { font: 2, fill: 3, wraps: false },
  message: { font: 0, fill: 0, wraps: true },
}

const formats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  ...Object.values(looks).flatMap((look) => [format(look), format(look, ' quotePrefix="1"')]),
]

/** The part that says what the styles look like. */
export const stylesXml =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  list('fonts', fonts) +
  list('fills', fills) +
  list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']) +
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
  list('cellXfs', formats) +
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
  '</styleSheet>'

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}

/** Number format 49 is text (`@`): what is typed there keeps its zeros, and a room called 2-14 is no date. */
function format({ font, fill, wraps }: Look, quotePrefix = ''): string {
  const alignment = `<alignment vertical="top"${wraps ? ' wrapText="1"' : ''}/>`
  return `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${quotePrefix} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`
}
