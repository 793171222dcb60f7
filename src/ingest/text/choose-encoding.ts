import { sourceEncodings } from '../../domain/source-encodings.ts'
import type { SourceEncoding } from '../../domain/source-encodings.ts'
import { SourceError } from '../../domain/table.ts'
import {
  singleByteDecoder,
  utf16Decoder,
  utf8Decoder,
  utf8OrWindows1252Decoder,
} from './decoders.ts'
import type { Decoder } from './decoders.ts'

type Mark = readonly [name: SourceEncoding, bytes: Buffer]

const byteOrderMarks: readonly Mark[] = [
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
 * with the reason `binary` for what is no text at all, and `invalid-bytes` for a mark that contradicts the choice.
 */
export function chooseEncoding(head: Buffer, chosen?: string): Encoding {
  const mark = byteOrderMarks.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes))
  if (chosen !== undefined) return chosenEncoding(chosen.toLowerCase(), mark)
  if (mark !== undefined) return { decoder: decoderNamed(mark[0]), bomLength: mark[1].length }
  return { decoder: guessDecoder(head), bomLength: 0 }
}

/**
 * The choice wins, and the mark is never part of the first cell: programs write the mark of UTF-8 before texts that
 * are none. But text of two bytes for each character is never one of single bytes, nor the other way round.
 */
function chosenEncoding(name: string, mark?: Mark): Encoding {
  const decoder = decoderNamed(name)
  if (mark === undefined) return { decoder, bomLength: 0 }
  const [marked, bytes] = mark
  if (name === marked || (marked === 'utf-8' && !isWide(name))) {
    return { decoder, bomLength: bytes.length }
  }
  throw new SourceError('unreadable-source', {
    reason: 'invalid-bytes',
    encoding: name,
    suggestion: marked,
    line: 1,
    column: 1,
  })
}

function decoderNamed(name: string): Decoder {
  const encoding = sourceEncodings.find((encoding) => encoding === name)
  if (encoding === undefined) {
    throw new SourceError('unknown-encoding', {
      encoding: name.slice(0, 40),
      known: sourceEncodings.join(', '),
    })
  }
  if (encoding === 'utf-8') return utf8Decoder()
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoder(encoding)
  return singleByteDecoder(encoding)
}

function isWide(name: string): boolean {
  return name.startsWith('utf-16')
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
