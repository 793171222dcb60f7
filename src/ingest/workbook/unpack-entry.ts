import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Entry } from 'yauzl'
import { damaged, findEntry } from './open-archive.ts'
import type { Archive } from './open-archive.ts'

// Each block is a turn of the event loop and a piece for the parser; the usual 16 kB make eight times as many.
const blockSize = 128 * 1024

/**
 * The bytes of an entry, unpacked as they are asked for. Throws `unreadable-source` for one that is missing, that
 * unpacks to more or less than it declares, or to other bytes than were packed.
 */
export async function* unpackEntry(archive: Archive, name: string): AsyncGenerator<Buffer> {
  const entry = findEntry(archive, name)
  if (entry === undefined) throw damaged(`${name} is missing`)
  let size = 0
  let checksum = 0
  for await (const bytes of await openBytes(archive, entry)) {
    size += bytes.length
    if (size > entry.uncompressedSize) throw damaged(`${name} is larger than it says`)
    checksum = crc32(bytes, checksum)
    yield bytes
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) {
    throw damaged(`${name} has other bytes than were packed`)
  }
}

async function openBytes({ zip }: Archive, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (!entry.isCompressed()) return packed
  // Whoever reads hears of an error, wherever in the line it happened.
  return pipeline(packed, createInflateRaw({ chunkSize: blockSize }), () => undefined)
}
