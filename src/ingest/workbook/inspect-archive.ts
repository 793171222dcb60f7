import { fstatSync } from 'node:fs'
import type { Entry } from 'yauzl'
import type { SourceLimits } from '../../domain/source-limits.ts'
import { SourceError } from '../../domain/table.ts'
import { damaged, openArchive } from './open-archive.ts'
import type { Archive } from './open-archive.ts'

export type WorkbookFormat = 'xlsx' | 'ods'

/** What an archive's directory tells about the workbook in it. */
export interface WorkbookKind {
  readonly format: WorkbookFormat
  readonly hasMacros: boolean
}

/** Whatever is no bigger than this unpacked does no harm, however small it was. */
const harmless = 16 * 1024 ** 2

/**
 * Which kind of workbook is it, and is it safe to unpack? Only the archive's directory is read. The sizes it
 * declares can be believed later: unpacking stops at the declared size.
 *
 * Throws `unsupported-format` for other archives and for what is behind a password, `source-too-large` for
 * what unpacks to more than the limits allow, and `unreadable-source` for an archive that is damaged or plays
 * tricks.
 */
export async function inspectArchive(fd: number, limits: SourceLimits): Promise<WorkbookKind> {
  const { entries } = await openArchive(fd)
  const all = [...entries.values()]
  if (all.some((entry) => entry.isEncrypted())) throw unsupported('encrypted')
  if (sum(all, (entry) => entry.compressedSize) > fstatSync(fd).size) {
    throw damaged('entries that overlap')
  }
  mustUnpackWithin(limits, all)
  return { format: formatOf(entries), hasMacros: entries.keys().some(isMacro) }
}

function mustUnpackWithin(limits: SourceLimits, entries: readonly Entry[]): void {
  const { unpackedBytes, unpackedRatio } = limits
  if (sum(entries, (entry) => entry.uncompressedSize) > unpackedBytes) {
    throw new SourceError('source-too-large', { limit: unpackedBytes, reason: 'unpacked' })
  }
  const isBomb = ({ uncompressedSize, compressedSize }: Entry) =>
    uncompressedSize > harmless && uncompressedSize > compressedSize * unpackedRatio
  if (entries.some(isBomb)) {
    throw new SourceError('source-too-large', { limit: unpackedRatio, reason: 'ratio' })
  }
}

function formatOf(entries: Archive['entries']): WorkbookFormat {
  const names = [...entries.keys()].map((name) => name.toLowerCase())
  if (names.includes('xl/workbook.bin')) throw unsupported('xlsb')
  if (names.includes('[content_types].xml')) {
    if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
    if (names.some((name) => name.startsWith('word/'))) throw unsupported('document')
    throw unsupported(names.some((name) => name.startsWith('ppt/')) ? 'presentation' : 'office')
  }
  if (names.includes('content.xml')) return 'ods'
  if (names.some((name) => /^index(\.zip$|\/.*\.iwa$)/.test(name))) throw unsupported('apple')
  throw unsupported('zip')
}

/** Programs in VBA or of Excel 4; in an ODS modules of Basic (not their lists) and scripts. */
function isMacro(name: string): boolean {
  return /^xl\/(.*\/)?vbaProject\.bin$|^xl\/macrosheets\/|^Scripts\/.|^Basic\/.*\/(?!script-l[bc]\.xml$)[^/]+\.xml$/i.test(
    name,
  )
}

function sum(entries: readonly Entry[], size: (entry: Entry) => number): number {
  return entries.reduce((total, entry) => total + size(entry), 0)
}

function unsupported(found: string): SourceError {
  return new SourceError('unsupported-format', { found })
}
