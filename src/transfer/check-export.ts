import { openArchive } from './open-archive.ts'
import type { Manifest } from './manifest.ts'
import { rowDigest } from './row-digest.ts'
import { sameRows } from './same-rows.ts'
import type { Transfer } from './transfer.ts'
import { TransferError } from './transfer-error.ts'

/**
 * Reads an export from its beginning to its end, and compares it with what it says about itself.
 * @throws TransferError where it is not whole
 */
export async function checkExport({
  file,
  signal,
  onProgress,
}: Transfer & { readonly file: string }): Promise<Omit<Manifest, 'key'>> {
  await using archive = await openArchive(file)
  const { key: _, ...manifest } = archive.manifest
  const all = manifest.tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const table of manifest.tables) {
    const digest = rowDigest()
    for await (const block of archive.rows(table.name)) {
      signal.throwIfAborted()
      digest.update(block)
      onProgress(done + digest.rows(), all)
    }
    if (!sameRows(table, digest.result()))
      throw new TransferError('damaged', { file, part: table.name })
    done += table.rows
  }
  return manifest
}
