import { stylesXml } from './cell-styles.ts'

/** A part of a workbook, as it stands in the archive. */
interface Part {
  readonly name: string
  readonly xml: string
}

/** Everything beside the sheets themselves, `xl/worksheets/sheet1.xml` and on (ECMA-376, part 1, 12.2 and part 2). */
export function workbookParts(sheets: number): readonly Part[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1)
  return [
    { name: 'xl/workbook.xml', xml: declaration + workbook(numbers) },
    { name: 'xl/_rels/workbook.xml.rels', xml: declaration + workbookRelationships(numbers) },
    { name: 'xl/styles.xml', xml: declaration + stylesXml },
    { name: '_rels/.rels', xml: declaration + rootRelationships },
    { name: '[Content_Types].xml', xml: declaration + contentTypes(numbers) },
  ]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const formats = 'http://schemas.openxmlformats.org'
const types = `${formats}/officeDocument/2006/relationships`
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const rootRelationships = `<Relationships xmlns="${formats}/package/2006/relationships"><Relationship Id="rId1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function workbook(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (number) => `<sheet name="${nameOf(number)}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  return `<workbook xmlns="${formats}/spreadsheetml/2006/main" xmlns:r="${types}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function nameOf(number: number): string {
  return number === 1 ? 'Report' : `Report ${number}`
}

function workbookRelationships(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${types}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${numbers.length + 1}" Type="${types}/styles" Target="styles.xml"/>`
  return `<Relationships xmlns="${formats}/package/2006/relationships">${sheets.join('')}${styles}</Relationships>`
}

function contentTypes(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  )
  return `<Types xmlns="${formats}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.join('')}</Types>`
}
