import { seededHash } from './seeded-hash.ts'

/**
 * Memory for numbers of 32 bits and for texts, beside the heap of JavaScript: no garbage collector looks at it. It only
 * grows. What is kept stays where it is, and is named by a reference, which is never 0: of an entry's numbers that of
 * the first, of the others those that follow it, and then that of its text.
 */
export interface TextArena {
  /**
   * Writes an entry behind what is kept: so many numbers, 0 as yet, and a text, if there is one. The next draft is
   * written over it, unless it is kept.
   */
  readonly draft: (numbers: number, text: string | null) => number
  readonly keep: () => void
  readonly get: (reference: number) => number
  readonly set: (reference: number, number: number) => void
  readonly read: (text: number) => string
  readonly areEqual: (left: number, right: number) => boolean
  /** A number for a text, by a hash of this arena alone. */
  readonly hash: (text: number) => number
}

// A quarter of a megabyte, of which only what is written is really taken: room for the longest cell.
const pageBits = 16
const pageLength = 2 ** pageBits
const mask = pageLength - 1

export function textArena(): TextArena {
  const hashWords = seededHash()
  const pages = [new Uint32Array(pageLength)]
  let end = 1
  let draftEnd = end

  return {
    draft(numbers, text) {
      const length = numbers + (text === null ? 0 : wordsOf(wide(text)))
      if (end + length > pageLength) end = turnPage(length)
      const page = pageOf((pages.length - 1) * pageLength)
      const start = end
      draftEnd = start + numbers
      for (let word = start; word < draftEnd; word++) page[word] = 0
      if (text !== null) draftEnd += writeText(page, draftEnd, text)
      return (pages.length - 1) * pageLength + start
    },
    keep: () => void (end = draftEnd),
    get: (reference) => at(pageOf(reference), reference & mask),
    set: (reference, number) => void (pageOf(reference)[reference & mask] = number),
    read: (text) => readText(pageOf(text), text & mask),
    areEqual(left, right) {
      const page = pageOf(left)
      const start = left & mask
      const otherPage = pageOf(right)
      const otherStart = right & mask
      for (let word = wordsOf(at(page, start)) - 1; word >= 0; word--) {
        if (page[start + word] !== otherPage[otherStart + word]) return false
      }
      return true
    },
    hash(text) {
      const page = pageOf(text)
      const start = text & mask
      return hashWords(page, start, start + wordsOf(at(page, start)))
    },
  }

  function pageOf(reference: number): Uint32Array {
    const page = pages[reference >>> pageBits]
    if (page === undefined) throw new RangeError('Nothing was written there.')
    return page
  }

  function turnPage(needed: number): number {
    if (needed > pageLength) throw new RangeError('The text is too long to be remembered.')
    pages.push(new Uint32Array(pageLength))
    return 0
  }
}

// A text is a header and its characters: one byte for each where that is enough, else two, with zeros up to the next
// word. The header says how many bytes there are, and in its last bit whether a character has two. So texts are equal
// where their words are.
const narrow = (text: string) => text.length * 2
const wide = (text: string) => text.length * 4 + 1

function wordsOf(header: number): number {
  return 1 + (((header & ~1) + 7) >>> 3)
}

/** @returns how many words it takes */
function writeText(page: Uint32Array, start: number, text: string): number {
  const length = wordsOf(narrow(text))
  page[start + length - 1] = 0
  page[start] = narrow(text)
  for (let index = 0, word = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 0xff) return writeWideText(page, start, text)
    const place = index & 3
    word = place === 0 ? code : word | (code << (place * 8))
    page[start + 1 + (index >>> 2)] = word
  }
  return length
}

function writeWideText(page: Uint32Array, start: number, text: string): number {
  page[start] = wide(text)
  for (let index = 0; index < text.length; index += 2) {
    const second = index + 1 < text.length ? text.charCodeAt(index + 1) : 0
    page[start + 1 + (index >>> 1)] = text.charCodeAt(index) | (second << 16)
  }
  return wordsOf(wide(text))
}

function readText(page: Uint32Array, start: number): string {
  const header = at(page, start)
  const isWide = (header & 1) === 1
  let text = ''
  for (let index = 0; index < header >>> (isWide ? 2 : 1); index++) {
    const word = at(page, start + 1 + (index >>> (isWide ? 1 : 2)))
    const code = isWide ? word >>> ((index & 1) * 16) : word >>> ((index & 3) * 8)
    text += String.fromCharCode(code & (isWide ? 0xffff : 0xff))
  }
  return text
}

function at(page: Uint32Array, index: number): number {
  return page[index] ?? 0
}
