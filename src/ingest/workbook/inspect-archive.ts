import { fstatSync } from 'node:fs'
import type { Entry } from 'yauzl'
import { SourceError } from '../../domain/table.ts'
import { damaged, openArchive } from './open-archive.ts'
import type { Archive } from './open-archive.ts'

export type WorkbookFormat = 'xlsx' | 'ods'

/** What an archive may unpack to, in bytes. A sheet of a million rows with five columns has about 250 MB. */
const maxUnpacked = 1024 ** 3

// XML of real sheets shrinks to a tenth, of empty ones with formats to a fiftieth; bombs to a thousandth.
const maxRatio = 200

/** Whatever is no bigger than this unpacked does no harm, however small it was. */
const harmless = 16 * 1024 ** 2

/**
 * Which kind of workbook is it, and is it safe to unpack? Only the archive's directory is read. The sizes it
 * declares can be believed later: unpacking stops at the declared size.
 *
 * Throws `unsupported-format` for other archives and for what is behind a password, `source-too-large` for
 * bombs, and `unreadable-source` for an archive that is damaged or plays tricks.
 */
export async function inspectArchive(fd: number): Promise<WorkbookFormat> {
  const { entries } = await openArchive(fd)
  const all = [...entries.values()]
  if (all.some((entry) => entry.isEncrypted())) throw unsupported('encrypted')
  if (sum(all, (entry) => entry.compressedSize) > fstatSync(fd).size) {
    throw damaged('entries that overlap')
  }
  if (sum(all, (entry) => entry.uncompressedSize) > maxUnpacked || all.some(isBomb)) {
    throw new SourceError('source-too-large', { limit: maxUnpacked, reason: 'unpacked' })
  }
  return formatOf(entries)
}

function formatOf(entries: Archive['entries']): WorkbookFormat {
  if (entries.has('xl/workbook.bin')) throw unsupported('xlsb')
  if (entries.has('[Content_Types].xml')) {
    if ([...entries.keys()].some((name) => /^xl\//i.test(name))) return 'xlsx'
    throw unsupported('office')
  }
  if (entries.has('content.xml')) return 'ods'
  throw unsupported('zip')
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > harmless && uncompressedSize > compressedSize * maxRatio
}

function sum(entries: readonly Entry[], size: (entry: Entry) => number): number {
  return entries.reduce((total, entry) => total + size(entry), 0)
}

function unsupported(found: string): SourceError {
  return new SourceError('unsupported-format', { found })
}
