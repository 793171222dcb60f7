import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** What came of a block: its text, and how many of its bytes are in it. */
export interface Decoded {
  readonly text: string
  /** The bytes that were used. The others begin a character that the next block goes on with. */
  readonly used: number
  /** False: the bytes behind the used ones are no text in this encoding. */
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
      const whole = isLast || !/[\uD800-\uDBFF]$/.test(all) ? all : all.slice(0, -1)
      const isWellFormed = whole.isWellFormed()
      const text = isWellFormed ? whole : whole.slice(0, whole.search(/\p{Surrogate}/u))
      const used = text.length * 2
      return { text, used, valid: isWellFormed && (!isLast || used === block.length) }
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
      if (end === -1) return { text, used: block.length, valid: true }
      return { text: text.slice(0, end), used: end, valid: false }
    },
  }
}

/**
 * UTF-8 or Windows-1252: as long as all is ASCII it makes no difference, and the first block with characters beyond
 * it decides. A single wrong byte does not make Windows-1252 of a text in UTF-8, and is reported.
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
        decided = isMostlyUtf8(block) ? utf8Decoder() : singleByteDecoder('windows-1252')
      }
      return decided.decode(block, isLast)
    },
  }
}

function decodeUtf8(block: Buffer, isLast: boolean): Decoded {
  const whole = block.subarray(0, isLast ? block.length : completeLength(block))
  const used = isUtf8(whole) ? whole.length : validLength(whole)
  return { text: block.toString('utf8', 0, used), used, valid: used === whole.length }
}

/** Of the places that are beyond ASCII, at least half are characters of UTF-8 and not stray bytes. */
function isMostlyUtf8(block: Buffer): boolean {
  let characters = 0
  let strays = 0
  for (let at = 0; at < block.length;) {
    const length = characterLength(block, at)
    if (length > 1) characters += 1
    if (length === 0) strays += 1
    at += Math.max(length, 1)
  }
  return characters >= strays
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

/** How many bytes stand before the first that is no UTF-8. */
function validLength(bytes: Buffer): number {
  let at = 0
  for (;;) {
    const length = characterLength(bytes, at)
    if (length === 0) return at
    at += length
  }
}

/** The bytes of the character that stands there; 0 when there is none. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at]
  if (first === undefined) return 0
  if (first < 0x80) return 1
  const length = sequenceLength(first)
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

function sequenceLength(firstByte: number): number {
  if (firstByte >= 0xf0) return 4
  if (firstByte >= 0xe0) return 3
  return firstByte >= 0xc0 ? 2 : 1
}
