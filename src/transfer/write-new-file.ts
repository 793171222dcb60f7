import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getSystemErrorMap } from 'node:util'
import { TransferError } from './transfer-error.ts'

interface NewFile {
  readonly file: string
  /** Replaces what is there. */
  readonly force: boolean
  readonly signal: AbortSignal
}

/**
 * Writes a file (0600) as a whole or not at all: under another name (`.part`) until all of it is on the disk.
 * @returns its size in bytes
 * @throws TransferError `file-exists`, `file-unwritable`, `no-space`, `written-by-another`; what `content` is destroyed with
 */
export async function writeNewFile(
  { file, force, signal }: NewFile,
  content: Readable,
): Promise<number> {
  const part = `${file}.part`
  await mustBeFree(file, force)
  try {
    // A leftover of an export that was killed.
    await rm(part, { force: true })
    const handle = await open(part, 'wx', 0o600)
    const { ino } = await handle.stat()
    const isOurs = async () => (await stat(part).catch(() => null))?.ino === ino
    try {
      // It closes the handle, whatever happens, once all of it is on the disk.
      await pipeline(content, handle.createWriteStream({ flush: true }), { signal })
      if (!(await isOurs())) throw new TransferError('written-by-another', { file })
      await mustBeFree(file, force)
      await rename(part, file)
    } catch (error) {
      if (await isOurs()) await rm(part, { force: true })
      signal.throwIfAborted()
      throw error
    }
    await syncFolder(path.dirname(file))
    return (await stat(file)).size
  } catch (error) {
    throw explain(file, error)
  }
}

async function mustBeFree(file: string, force: boolean): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (found === null || (force && found.isFile())) return
  throw new TransferError('file-exists', { file })
}

// Not every system lets folders be opened.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

function explain(file: string, error: unknown): unknown {
  if (!isOfFile(error)) return error
  const [code = '', reason = error.message] = getSystemErrorMap().get(error.errno) ?? []
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
  const details = isFull ? { file } : { file, reason }
  return new TransferError(isFull ? 'no-space' : 'file-unwritable', details, { cause: error })
}

// The database's connection has such errors, too.
function isOfFile(error: unknown): error is Error & { readonly errno: number } {
  if (!(error instanceof Error) || !('errno' in error) || !('syscall' in error)) return false
  const isConnection = 'code' in error && /^(?:EPIPE|ECONN|ETIMEDOUT)/u.test(String(error.code))
  return typeof error.errno === 'number' && !isConnection
}
