import type { SourceLimits } from '../../domain/source-limits.ts'
import { SourceError } from '../../domain/table.ts'
import type { SourceRow } from '../../domain/table.ts'
import { odsRows } from './ods-rows.ts'
import { odsTableEvents } from './ods-table-events.ts'
import { damaged, findEntry } from './open-archive.ts'
import type { Archive } from './open-archive.ts'
import { readWholeXml } from './read-xml.ts'
import { beginningSize, reading } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { collectFindings } from './sheet-findings.ts'

interface ListedSheet {
  readonly name: string
  readonly style: string
  readonly beginning: SourceRow[]
}

/**
 * The sheets of an OpenDocument spreadsheet. All of them stand in one XML document, so it is read once for their
 * names and beginnings, and once more for the rows of one. Throws `unsupported-format` for what is behind a
 * password and for documents that are no spreadsheets, and `unreadable-source`.
 *
 * Read by our own events rather than by hucre, whose ODS reader unpacks the whole document into one string and
 * all of its rows into one list before it gives the first (a row repeated a million times as a million lists),
 * and does not tell the sheets' names or which are hidden.
 */
export async function odsSheets(archive: Archive, limits: SourceLimits): Promise<readonly Sheet[]> {
  await refuseEncrypted(archive)
  const { listed, hiddenStyles } = await listSheets(archive, limits)
  return listed.map(({ name, style, beginning }, index) => ({
    name,
    visible: !hiddenStyles.has(style),
    beginning: () => Promise.resolve(beginning),
    read: () => reading((findings) => odsRows({ archive, limits }, index, findings)),
  }))
}

async function listSheets(archive: Archive, limits: SourceLimits) {
  const listed: ListedSheet[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let inBody = false
  const tables = odsTableEvents(limits, {
    begin(attributes) {
      listed.push({
        name: attributes['table:name'] ?? '',
        style: attributes['table:style-name'] ?? '',
        beginning: [],
      })
      return collectFindings()
    },
    row(row) {
      const rows = listed.at(-1)?.beginning ?? []
      return rows.push(row) < beginningSize
    },
    end() {},
  })
  await readWholeXml(archive, 'content.xml', {
    ...tables,
    open(name, attributes) {
      if (inBody) mustBeSpreadsheet(name)
      inBody = name === 'body'
      if (name === 'style') style = attributes['style:name'] ?? ''
      if (name === 'table-properties' && attributes['table:display'] === 'false') {
        hiddenStyles.add(style)
      }
      tables.open(name, attributes)
    },
  })
  if (listed.length === 0) throw damaged('no sheet in the document')
  return { listed, hiddenStyles }
}

/** What a document is, is told by the one element in its body. */
function mustBeSpreadsheet(name: string): void {
  if (name === 'spreadsheet') return
  const isKnown = name === 'presentation' || name === 'text'
  const found = name === 'text' ? 'document' : name
  throw new SourceError('unsupported-format', { found: isKnown ? found : 'office' })
}

/** A document with a password is a readable archive of unreadable entries; its manifest says so. */
async function refuseEncrypted(archive: Archive): Promise<void> {
  if (findEntry(archive, 'META-INF/manifest.xml') === undefined) return
  await readWholeXml(archive, 'META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data' || name === 'encrypted-key') {
        throw new SourceError('unsupported-format', { found: 'encrypted' })
      }
    },
  })
}
