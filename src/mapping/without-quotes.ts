/**
 * The text without one pair of quotation marks that stands around all of it, as word processors and double
 * quoting put it there. Marks that are no pair, or that stand within the text as well, are left alone.
 */
export function withoutQuotes(text: string): string {
  // Of the opening ones only one is ASCII, with which nearly all texts begin.
  const first = text.charCodeAt(0)
  if (first < 0x80 && first !== straightQuote) return text
  const closing = pairs.get(text.charAt(0))
  if (closing === undefined || text.length < 2 || !closing.includes(text.slice(-1))) return text
  const inside = text.slice(1, -1).trim()
  return marks.test(inside) ? text : inside
}

const straightQuote = 0x22

// English, German, Swedish, French, as in German books, Japanese; the straight ones, which German ones end with.
const pairs: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['„', '“”"'],
  ['‚', '‘’'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['"', '"'],
])

const marks = /["“”„«»「」]/
