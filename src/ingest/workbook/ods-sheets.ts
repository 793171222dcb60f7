import { SourceError } from '../../domain/table.ts'
import { damaged } from './open-archive.ts'
import type { Archive } from './open-archive.ts'
import { odsRows } from './ods-rows.ts'
import { readWholeXml } from './read-xml.ts'
import type { Sheet } from './select-sheet.ts'

/**
 * The sheets of an OpenDocument spreadsheet. All of them stand in one XML document, so it is read once for their
 * names and once more for the rows of one.
 *
 * Read by our own events rather than by hucre, whose ODS reader unpacks the whole document into one string and
 * all of its rows into one list before it gives the first (a row repeated a million times as a million lists),
 * and does not tell the sheets' names or which are hidden.
 */
export async function odsSheets(archive: Archive): Promise<readonly Sheet[]> {
  await refuseEncrypted(archive)
  const listed: { name: string; style: string }[] = []
  const hiddenStyles = new Set<string>()
  let depth = 0
  let style = ''
  await readWholeXml(archive, 'content.xml', {
    open(name, attributes) {
      if (name === 'style') style = attributes['style:name'] ?? ''
      if (name === 'table-properties' && attributes['table:display'] === 'false') {
        hiddenStyles.add(style)
      }
      if (name !== 'table') return
      depth += 1
      if (depth > 1) return
      listed.push({
        name: attributes['table:name'] ?? '',
        style: attributes['table:style-name'] ?? '',
      })
    },
    close(name) {
      if (name === 'table') depth -= 1
    },
  })
  if (listed.length === 0) throw damaged('no sheet in the document')
  return listed.map(({ name, style }, index) => ({
    name,
    visible: !hiddenStyles.has(style),
    rows: () => odsRows(archive, index),
  }))
}

/** A document with a password is a readable archive of unreadable entries; its manifest says so. */
async function refuseEncrypted(archive: Archive): Promise<void> {
  if (!archive.entries.has('META-INF/manifest.xml')) return
  await readWholeXml(archive, 'META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data' || name === 'encrypted-key') {
        throw new SourceError('unsupported-format', { found: 'encrypted' })
      }
    },
  })
}
