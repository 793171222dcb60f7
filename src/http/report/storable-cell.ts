/**
 * Text as a cell of a workbook can hold it: XML knows no other control characters, and a cell no longer text;
 * Excel refuses the whole file.
 */
export function storableCell(text: string): string {
  return text.slice(0, longestCell).toWellFormed().replace(notInXml, '\ufffd')
}

// eslint-disable-next-line no-control-regex
const notInXml = /[\0-\b\v\f\x0e-\x1f\ufffe\uffff]/g
const longestCell = 32_767
