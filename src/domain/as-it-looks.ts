/**
 * The text with all that cannot be told apart by looking made the same: composed (NFC), any kind of space a plain
 * one, and without characters that nobody sees and that change nothing. Those that join or part letters
 * (emoji, Persian, Hindi) and those that turn the direction stay: they can be seen. What has accents upon accents
 * without end is no word, and stays as it is.
 */
export function asItLooks(text: string): string {
  const visible = text.replace(spaces, ' ').replace(unseen, '')
  return isEndless(visible) ? visible : visible.normalize('NFC')
}

// Composing sorts the accents of a letter, in time that grows with their square: 100,000 of them take ten seconds.
// In no script a letter has more than thirty (Unicode, UAX #15: the stream-safe format).
function isEndless(text: string): boolean {
  return /\p{M}{31}/u.test(text)
}

// The no-break space comes from web pages and spreadsheets, the ideographic one from Japanese keyboards.
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

// The soft hyphen, spaces without width, the word joiner, the operators of formulas, the byte-order mark.
const unseen = /[\u00ad\u200b\u2060-\u2064\ufeff]/g
