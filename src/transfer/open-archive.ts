import { open, type FileHandle } from 'node:fs/promises'
import { getSystemErrorMap } from 'node:util'
import { crc32 } from 'node:zlib'
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl'
import { entryName, manifestHead, manifestName, manifestSchema, type Manifest } from './manifest.ts'
import { TransferError } from './transfer-error.ts'
import { migrations } from '../directory/migrations/index.ts'

/** An export that can be read. */
export interface Archive extends AsyncDisposable {
  readonly manifest: Manifest
  /** The rows of a table; throws TransferError `damaged` where they cannot be unpacked. */
  rows(table: string): AsyncGenerator<Buffer>
}

/**
 * Opens an export and reads what it says about itself. No name in it ever becomes one of a file.
 * @throws TransferError `file-unreadable`, `not-an-export`, `damaged`, `file-newer`
 */
export async function openArchive(file: string): Promise<Archive> {
  await using opening = new AsyncDisposableStack()
  const handle = opening.use(await openFile(file))
  const { zip, entries } = await readDirectory(handle, file)
  const entry = entries.get(manifestName)
  if (entry === undefined) throw new TransferError('not-an-export', { file })
  const manifest = readManifest(await readWhole(zip, entry, file), file)
  for (const { name } of manifest.tables) {
    if (!entries.has(entryName(name))) throw damaged(file, name)
  }
  const opened = opening.move()
  return {
    manifest,
    async *rows(table) {
      const rows = entries.get(entryName(table))
      if (rows === undefined) throw damaged(file, table)
      yield* unpack(zip, rows, () => damaged(file, table))
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r')
  } catch (error) {
    const errno = error instanceof Error && 'errno' in error ? Number(error.errno) : 0
    const reason = getSystemErrorMap().get(errno)?.[1] ?? String(error)
    throw new TransferError('file-unreadable', { file, reason }, { cause: error })
  }
}

async function readDirectory(
  handle: FileHandle,
  file: string,
): Promise<{ readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> }> {
  try {
    const zip = await fromFdPromise(handle.fd, { autoClose: false })
    const entries = new Map<string, Entry>()
    if (zip.entryCount > mostEntries) throw new Error('So many entries are none of ours.')
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return { zip, entries }
  } catch (error) {
    throw new TransferError('not-an-export', { file }, { cause: error })
  }
}

const mostEntries = 1_000
const largestManifest = 1_000_000

async function readWhole(zip: ZipFile, entry: Entry, file: string): Promise<Buffer> {
  if (entry.uncompressedSize > largestManifest) throw damaged(file, manifestName)
  const blocks: Buffer[] = []
  for await (const block of unpack(zip, entry, () => damaged(file, manifestName)))
    blocks.push(block)
  const bytes = Buffer.concat(blocks)
  if (crc32(bytes) !== entry.crc32) throw damaged(file, manifestName)
  return bytes
}

async function* unpack(
  zip: ZipFile,
  entry: Entry,
  failure: () => TransferError,
): AsyncGenerator<Buffer> {
  try {
    for await (const block of await zip.openReadStreamPromise(entry)) yield block
  } catch {
    throw failure()
  }
}

function readManifest(bytes: Buffer, file: string): Manifest {
  const value = parsed(bytes)
  const head = manifestHead.safeParse(value)
  if (!head.success) throw new TransferError('not-an-export', { file })
  const { format, version, migration } = head.data
  if (format > 1 || !Object.hasOwn(migrations, migration)) {
    throw new TransferError('file-newer', { file, version })
  }
  const manifest = manifestSchema.safeParse(value)
  if (!manifest.success) throw damaged(file, manifestName)
  return manifest.data
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

function damaged(file: string, part: string): TransferError {
  return new TransferError('damaged', { file, part })
}
