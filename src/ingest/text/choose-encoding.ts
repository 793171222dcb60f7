import { SourceError } from '../../domain/table.ts'
import {
  singleByteDecoder,
  utf16Decoder,
  utf8Decoder,
  utf8OrWindows1252Decoder,
} from './decoders.ts'
import type { Decoder } from './decoders.ts'

/** The encodings that a person can choose. */
const encodings: Readonly<Record<string, () => Decoder>> = {
  'utf-8': utf8Decoder,
  'utf-16le': () => utf16Decoder('utf-16le'),
  'utf-16be': () => utf16Decoder('utf-16be'),
  'windows-1252': () => singleByteDecoder('windows-1252'),
  'iso-8859-1': () => singleByteDecoder('iso-8859-1'),
  'iso-8859-15': () => singleByteDecoder('iso-8859-15'),
  macintosh: () => singleByteDecoder('macintosh'),
  cp850: () => singleByteDecoder('cp850'),
}

const byteOrderMarks: readonly (readonly [name: string, mark: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
]

interface Encoding {
  readonly decoder: Decoder
  /** The bytes at the beginning that say how the others are to be read. */
  readonly bomLength: number
}

/**
 * How the bytes become text: as the person chose, else as a byte-order mark or the pattern of zero bytes says,
 * else UTF-8 or Windows-1252, whichever it turns out to be. Throws `unknown-encoding`, and `unreadable-source`
 * with the reason `binary` for what is no text at all.
 */
export function chooseEncoding(head: Buffer, chosen?: string): Encoding {
  const mark = byteOrderMarks.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes))
  if (chosen !== undefined) {
    const name = chosen.toLowerCase()
    return { decoder: decoderNamed(name), bomLength: mark?.[0] === name ? mark[1].length : 0 }
  }
  if (mark !== undefined) return { decoder: decoderNamed(mark[0]), bomLength: mark[1].length }
  return { decoder: guessDecoder(head), bomLength: 0 }
}

function decoderNamed(name: string): Decoder {
  const make = Object.hasOwn(encodings, name) ? encodings[name] : undefined
  if (make === undefined) throw new SourceError('unknown-encoding', { encoding: name })
  return make()
}

/** Text in UTF-16 has a zero in every other byte wherever it is ASCII, and hardly any in between. */
function guessDecoder(head: Buffer): Decoder {
  const [even, odd] = countZeros(head)
  if (odd > 10 * even && odd * 8 > head.length) return utf16Decoder('utf-16le')
  if (even > 10 * odd && even * 8 > head.length) return utf16Decoder('utf-16be')
  if (even + odd > 0 || looksBinary(head)) {
    throw new SourceError('unreadable-source', { reason: 'binary' })
  }
  return utf8OrWindows1252Decoder()
}

function countZeros(head: Buffer): readonly [even: number, odd: number] {
  let even = 0
  let odd = 0
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  return [even, odd]
}

/** One control character may be an accident; a tenth of all bytes is no text. */
function looksBinary(head: Buffer): boolean {
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0)
  return controls * 10 > head.length
}

function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x09 || byte > 0x0d)
}
