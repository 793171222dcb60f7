import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Writes the bytes into a temporary file that only this process can read, and that has lost its name before the
 * first byte is in it: however the process ends, nothing stays behind. To be closed by who asked for it.
 */
export async function spoolBytes(bytes: AsyncIterable<Uint8Array>): Promise<FileHandle> {
  const path = join(tmpdir(), `roster-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await rm(path)
    for await (const piece of bytes) await file.writeFile(piece)
    return file
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
}
