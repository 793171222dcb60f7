import { SourceError } from '../domain/table.ts'

/** What a container has in it, by the name of one of its streams. */
const streams: readonly (readonly [name: string, found: string])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['WordDocument', 'document'],
  ['PowerPoint Document', 'presentation'],
  ['__properties_version1.0', 'mail'],
]

/** Of the directory, eight streams' names; those that tell are among the first. */
const directorySize = 1024

/**
 * Why a container of the older Office (MS-CFB) cannot be read: a document of its own, or one of today's behind a
 * password. Its directory may stand anywhere, so the bytes are read up to there, and nothing of them is kept.
 */
export async function recogniseCompoundFile(
  bytes: AsyncIterable<Uint8Array>,
): Promise<SourceError> {
  const directory = await readDirectory(bytes)
  const names = namesIn(directory)
  const known = streams.find(([name]) => names.includes(name))
  const found = known?.[1] ?? (names.length > 0 ? 'office' : 'xls')
  return new SourceError('unsupported-format', { found })
}

async function readDirectory(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const kept: Buffer[] = []
  let start: number | undefined
  let at = 0
  for await (const bytesRead of bytes) {
    const piece = Buffer.from(bytesRead)
    // The header is in the first piece, unless somebody sends it byte by byte.
    start ??=
      piece.length < 52 ? 0 : (piece.readUInt32LE(48) + 1) * 2 ** (piece.readUInt16LE(30) & 15)
    const from = Math.max(start - at, 0)
    const to = start + directorySize - at
    if (from < piece.length && to > 0) kept.push(piece.subarray(from, to))
    at += piece.length
    if (at >= start + directorySize) break
  }
  return Buffer.concat(kept)
}

/** Each entry has 128 bytes: a name in UTF-16, and behind it the name's length with its end. */
function namesIn(directory: Buffer): readonly string[] {
  const names: string[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64) - 2
    names.push(directory.toString('utf16le', at, at + Math.min(Math.max(length, 0), 64)))
  }
  return names
}
