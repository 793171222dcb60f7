import { posix } from 'node:path'
import type { SourceLimits } from '../../domain/source-limits.ts'
import type { SourceRow } from '../../domain/table.ts'
import { damaged, findEntry } from './open-archive.ts'
import type { Archive } from './open-archive.ts'
import { readWholeXml } from './read-xml.ts'
import { beginningOf, reading } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { collectFindings } from './sheet-findings.ts'
import type { SheetFindings } from './sheet-findings.ts'
import { xlsxMergedCells } from './xlsx-merged-cells.ts'
import { xlsxRows } from './xlsx-rows.ts'
import type { XlsxContext } from './xlsx-rows.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readStyles } from './xlsx-styles.ts'

interface Relationship {
  readonly id: string
  /** The last word of its type's address, which the two editions of the standard share. */
  readonly type: string
  /** The entry's name in the archive. */
  readonly target: string
}

/** The sheets of an XLSX workbook (ECMA-376), charts left out. Throws `unreadable-source`. */
export async function xlsxSheets(
  archive: Archive,
  limits: SourceLimits,
): Promise<readonly Sheet[]> {
  const root = await readRelationships(archive, '')
  const workbook = targetOf(root, 'officeDocument') ?? 'xl/workbook.xml'
  const parts = await readRelationships(archive, workbook)
  const { listed, from1904 } = await readWorkbook(archive, workbook)
  const context = {
    archive,
    limits,
    from1904,
    styles: await readStyles(archive, targetOf(parts, 'styles')),
    strings: await readSharedStrings(archive, targetOf(parts, 'sharedStrings'), limits.cellLength),
  }
  const sheets = listed.flatMap(({ name, visible, id }) => {
    const part = parts.find((part) => part.id === id && part.type === 'worksheet')
    if (part === undefined) return []
    const entryName = part.target
    const alone = { entryName, merged: new Map() }
    return [
      {
        name,
        visible,
        beginning: () => beginningOf(xlsxRows(context, alone, collectFindings())),
        read: () => reading((findings) => withMergedCells(context, entryName, findings)),
      },
    ]
  })
  if (sheets.length === 0) throw damaged('no sheet in the workbook')
  return sheets
}

async function* withMergedCells(
  context: XlsxContext,
  entryName: string,
  findings: SheetFindings,
): AsyncGenerator<readonly SourceRow[]> {
  const merged = await xlsxMergedCells(context.archive, entryName)
  yield* xlsxRows(context, { entryName, merged }, findings)
}

async function readWorkbook(archive: Archive, entryName: string) {
  const listed: { name: string; visible: boolean; id: string }[] = []
  let from1904 = false
  await readWholeXml(archive, entryName, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? []
      const visible = !/hidden/i.test(attributes['state'] ?? '')
      listed.push({ name: attributes['name'] ?? '', visible, id })
    },
  })
  return { listed, from1904 }
}

/** What a part of the workbook points to; '' is the workbook as a whole. */
async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part)
  const entryName = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found: Relationship[] = []
  if (findEntry(archive, entryName) === undefined) return found
  await readWholeXml(archive, entryName, {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return
      found.push({
        id,
        type: posix.basename(type),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      })
    },
  })
  return found
}

function targetOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((relationship) => relationship.type === type)?.target
}
