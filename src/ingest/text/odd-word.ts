/**
 * The first word of a cell that nobody writes so: a symbol within letters (`Stra§e`), a capital within a word
 * (`MŸller`), a small letter within capitals (`MšLLER`), four or more letters of which none is of ASCII (`Èâàí`), or
 * what is left of UTF-8 (`JosÃ©`). Undefined when all of its words are as they may be.
 */
export function oddWord(cell: string): string | undefined {
  if (!beyondAscii.test(cell)) return undefined
  return cell
    .split(betweenWords)
    .find((word) => word.length <= maxLength && beyondAscii.test(word) && odd.test(word))
}

/** What is longer is no word. */
const maxLength = 60

const beyondAscii = /[^\p{ASCII}]/u

// What stands between letters in good texts parts words: an apostrophe, dashes, the dot of Catalan, a soft hyphen.
const betweenWords = /[^A-Za-z\u0080-\uFFFF]+|[\s’‘–—·…\u00AD]+/u

const odd = new RegExp(
  [
    String.raw`\p{L}[^\p{L}\p{M}]+\p{L}`,
    // An opening quote, a currency or a paragraph never ends a word, and a trade mark never begins one.
    String.raw`\p{L}[§‚„¤]$`,
    String.raw`^™\p{L}`,
    String.raw`\p{L}(?=[^\p{ASCII}])\p{Lu}\p{Ll}`,
    String.raw`\p{Ll}(?=[^\p{ASCII}])\p{Lu}`,
    String.raw`\p{Lu}(?=[^\p{ASCII}ß])\p{Ll}\p{Lu}`,
    String.raw`^[\u00C0-\u00FF]{4,}$`,
    String.raw`[ÃÅÄ][\u0080-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ“”•˜™›Ÿ]`,
  ].join('|'),
  'u',
)
