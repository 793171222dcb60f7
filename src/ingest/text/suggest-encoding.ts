import iconv from 'iconv-lite'
import type { SourceEncoding } from '../../domain/source-encodings.ts'
import { plausibility } from './plausibility.ts'

/** What people's lists are in, when they are in neither UTF-8 nor Windows-1252, and these two. */
const candidates: readonly SourceEncoding[] = [
  'utf-8',
  'windows-1252',
  'cp850',
  'macintosh',
  'windows-1250',
  'iso-8859-15',
  'iso-8859-2',
  'windows-1251',
]

// Some words decide as well as all, and a block of 64 KiB can have ten thousand.
const maxWords = 200

/**
 * The encoding in which the word at this place makes sense, and most of the other words as well; undefined when
 * there is none, as where two encodings are mixed. `except`: the one in which they do not.
 */
export function suggestEncoding(
  bytes: Buffer,
  at: number,
  except: string,
): SourceEncoding | undefined {
  const word = wordAt(bytes, at)
  const words = [word, ...wordsAround(bytes, at)]
  const fits = candidates
    .filter((encoding) => encoding !== except && score(word, encoding) > 0)
    .map((encoding) => ({ encoding, scores: words.map((word) => score(word, encoding)) }))
    .filter(({ scores }) => scores.filter((score) => score > 0).length * 2 > scores.length)
    .map(({ encoding, scores }) => ({ encoding, total: scores.reduce((sum, one) => sum + one) }))
    .toSorted((one, other) => other.total - one.total)
  return fits[0]?.encoding
}

function score(word: Buffer, encoding: SourceEncoding): number {
  const text = iconv.decode(word, encoding)
  return plausibility(text)
}

function wordAt(bytes: Buffer, at: number): Buffer {
  let start = at
  let end = at
  while (start > 0 && isInWord(bytes[start - 1] ?? 0)) start -= 1
  while (end < bytes.length && isInWord(bytes[end] ?? 0)) end += 1
  return bytes.subarray(start, end)
}

/** The words beyond ASCII before and behind the place, the ends of the block left out: they may be cut. */
function wordsAround(bytes: Buffer, at: number): readonly Buffer[] {
  const words: Buffer[] = []
  for (let from = 0; from < bytes.length && words.length < maxWords;) {
    const start = bytes.subarray(from).findIndex((byte) => byte > 0x7f)
    if (start === -1) break
    const word = wordAt(bytes, from + start)
    const end = word.byteOffset - bytes.byteOffset + word.length
    const isWhole = end < bytes.length && word.byteOffset > bytes.byteOffset
    const isThePlace = end > at && end - word.length <= at
    if (isWhole && !isThePlace) words.push(word)
    from = end
  }
  return words
}

/** A letter of ASCII, or a byte beyond it. */
function isInWord(byte: number): boolean {
  return byte > 0x7f || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
