import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** What came of a block: its text, and how many of its bytes are in it. */
export interface Decoded {
  readonly text: string
  /** The bytes that were used. The others begin a character that the next block goes on with. */
  readonly used: number
  /** False: the text ends before bytes that are none in this encoding. */
  readonly valid: boolean
}

/** Turns blocks of bytes into text, never replacing a byte that it does not understand. */
export interface Decoder {
  /** `isLast`: no block follows, so a character that is not complete is not valid. */
  decode(block: Buffer, isLast: boolean): Decoded
  /** The encoding's name, as far as it is known by now. */
  name(): string
}

export function utf8Decoder(): Decoder {
  return { decode: decodeUtf8, name: () => 'utf-8' }
}

/** `ucs`: the byte order. Lone surrogates are not valid. */
export function utf16Decoder(name: 'utf-16le' | 'utf-16be'): Decoder {
  return {
    name: () => name,
    decode(block, isLast) {
      const even = block.subarray(0, block.length - (block.length % 2))
      const littleEndian = name === 'utf-16le' ? even : Buffer.from(even).swap16()
      const all = littleEndian.toString('utf16le')
      const text = isLast || !/[\uD800-\uDBFF]$/.test(all) ? all : all.slice(0, -1)
      const used = text.length * 2
      const isWhole = !isLast || used === block.length
      if (text.isWellFormed()) return { text, used, valid: isWhole }
      return { text: text.slice(0, text.search(/\p{Surrogate}/u)), used, valid: false }
    },
  }
}

/** Encodings of one byte per character. iconv-lite, because Node's own Windows-1252 has no euro sign. */
export function singleByteDecoder(name: string): Decoder {
  return {
    name: () => name,
    decode(block) {
      const text = isAscii(block) ? block.toString('latin1') : iconv.decode(block, name)
      const end = text.indexOf('\uFFFD')
      return { text: end === -1 ? text : text.slice(0, end), used: block.length, valid: end === -1 }
    },
  }
}

/**
 * UTF-8 or Windows-1252: as long as all is ASCII it makes no difference, and the first character beyond it
 * decides. Most texts of Windows-1252 are no UTF-8 from their first such byte on.
 */
export function utf8OrWindows1252Decoder(): Decoder {
  let decided: Decoder | undefined
  return {
    name: () => decided?.name() ?? 'utf-8',
    decode(block, isLast) {
      if (decided === undefined && isAscii(block)) {
        return { text: block.toString('latin1'), used: block.length, valid: true }
      }
      if (decided === undefined) {
        const start = block.findIndex((byte) => byte > 0x7f)
        const end = start + sequenceLength(block[start] ?? 0)
        const isOpen = end > block.length && !isLast
        if (isOpen) return { text: block.toString('latin1', 0, start), used: start, valid: true }
        const isSequence = isUtf8(block.subarray(start, end))
        decided = isSequence ? utf8Decoder() : singleByteDecoder('windows-1252')
      }
      return decided.decode(block, isLast)
    },
  }
}

function decodeUtf8(block: Buffer, isLast: boolean): Decoded {
  const used = isLast ? block.length : completeLength(block)
  const bytes = block.subarray(0, used)
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), used, valid: true }
  return { text: validLines(bytes).toString('utf8'), used, valid: false }
}

/** The block without the bytes at its end that begin a character and do not finish it. */
function completeLength(block: Buffer): number {
  for (let back = 1; back <= Math.min(3, block.length); back += 1) {
    const byte = block[block.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return sequenceLength(byte) > back ? block.length - back : block.length
  }
  return block.length
}

/** The lines before the first that is not valid. */
function validLines(bytes: Buffer): Buffer {
  for (let start = 0; ;) {
    const lineEnd = bytes.indexOf(0x0a, start)
    const end = lineEnd === -1 ? bytes.length : lineEnd + 1
    if (!isUtf8(bytes.subarray(start, end))) return bytes.subarray(0, start)
    start = end
  }
}

function sequenceLength(firstByte: number): number {
  if (firstByte >= 0xf0) return 4
  if (firstByte >= 0xe0) return 3
  return firstByte >= 0xc0 ? 2 : 1
}
