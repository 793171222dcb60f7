import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive; what is not its text are lies for a test to tell. */
export interface ArchiveEntry {
  readonly name: string
  readonly content: string | Buffer
  readonly declaredSize?: number
  readonly encrypted?: boolean
  readonly declaredChecksum?: number
}

/** A zip archive, written by hand so that a test can make what no program would. */
export function makeArchive(entries: readonly ArchiveEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = Buffer.from(entry.content)
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (entry.encrypted === true ? 1 : 0), 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(entry.declaredChecksum ?? crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.declaredSize ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, end, name]))
    files.push(file)
    offset += file.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const tail = Buffer.alloc(22)
  tail.write('PK\x05\x06')
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(size, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, tail])
}

/** What a test's sheet is like: its name, the XML of its rows (of XLSX also beside them), and whether it is hidden. */
export interface TestSheet {
  readonly name: string
  readonly rows: string
  readonly above?: string
  readonly below?: string
  readonly hidden?: boolean
}

/** An XLSX workbook. */
export function makeXlsx(
  sheets: readonly TestSheet[],
  { strings = '', styles = '', workbook = '', more = [] as readonly ArchiveEntry[] } = {},
): Buffer {
  const relations = sheets.map((_sheet, index) =>
    relation(`r${index}`, `worksheet`, `s${index}.xml`),
  )
  return makeArchive([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relationships([relation('r', 'officeDocument', 'xl/w.xml')]) },
    {
      name: 'xl/w.xml',
      content: `<workbook xmlns:r="r">${workbook}<sheets>${sheets
        .map(
          ({ name, hidden }, index) =>
            `<sheet name="${name}" r:id="r${index}" state="${hidden === true ? 'hidden' : 'visible'}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/w.xml.rels',
      content: relationships([
        ...relations,
        relation('s', 'sharedStrings', 'strings.xml'),
        relation('t', 'styles', '/xl/styles.xml'),
      ]),
    },
    { name: 'xl/strings.xml', content: `<sst>${strings}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>` },
    ...sheets.map(({ rows, above = '', below = '' }, index) => ({
      name: `xl/s${index}.xml`,
      content: `<worksheet>${above}<sheetData>${rows}</sheetData>${below}</worksheet>`,
    })),
    ...more,
  ])
}

/** An OpenDocument spreadsheet. */
export function makeOds(
  sheets: readonly TestSheet[],
  { manifest = '', doctype = '', more = [] as readonly ArchiveEntry[] } = {},
): Buffer {
  const tables = sheets.map(
    ({ name, rows, hidden }) =>
      `<table:table table:name="${name}" table:style-name="${hidden === true ? 'off' : 'on'}">${rows}</table:table>`,
  )
  return makeArchive([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'META-INF/manifest.xml', content: `<manifest>${manifest}</manifest>` },
    {
      name: 'content.xml',
      content: `${doctype}<office:document-content><office:automatic-styles>
        <style:style style:name="off"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet>
        </office:body></office:document-content>`,
    },
    ...more,
  ])
}

function relationships(relations: readonly string[]): string {
  return `<Relationships>${relations.join('')}</Relationships>`
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="http://example.org/relationships/${type}" Target="${target}"/>`
}
