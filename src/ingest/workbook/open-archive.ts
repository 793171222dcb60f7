import { fromFdPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { SourceError } from '../../domain/table.ts'

/** A zip archive's directory: its entries by name, read without unpacking anything. */
export interface Archive {
  readonly zip: ZipFile
  readonly entries: ReadonlyMap<string, Entry>
}

// Workbooks have some dozens of entries, those with many pictures a few thousand.
const maxEntries = 10_000

/**
 * Reads the archive's directory; `fd` stays the caller's. yauzl refuses names that lead out of the archive.
 * Throws `unreadable-source` with the reason `damaged`.
 */
export async function openArchive(fd: number): Promise<Archive> {
  try {
    const zip = await fromFdPromise(fd, { autoClose: false })
    if (zip.entryCount > maxEntries) throw damaged(`more than ${maxEntries} entries`)
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw damaged('two entries of one name')
      entries.set(entry.fileName, entry)
    }
    return { zip, entries }
  } catch (error) {
    throw error instanceof SourceError ? error : damaged('no readable zip archive', error)
  }
}

/** The entry of this name. Some programs do not write a name with the same capitals everywhere. */
export function findEntry({ entries }: Archive, name: string): Entry | undefined {
  const exact = entries.get(name)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  return entries.values().find((entry) => entry.fileName.toLowerCase() === wanted)
}

export function damaged(detail: string, cause?: unknown): SourceError {
  return new SourceError('unreadable-source', { reason: 'damaged', detail }, { cause })
}
