/**
 * The text with all that cannot be told apart by looking made the same: composed (NFC), any kind of space a plain
 * one, and without characters that nobody sees and that change nothing. Those that join or part letters
 * (emoji, Persian, Hindi) and those that turn the direction stay: they can be seen.
 */
export function asItLooks(text: string): string {
  const visible = text.replace(spaces, ' ').replace(unseen, '')
  return visible.normalize('NFC')
}

// The no-break space comes from web pages and spreadsheets, the ideographic one from Japanese keyboards.
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

// The soft hyphen, spaces without width, the word joiner, the operators of formulas, the byte-order mark.
const unseen = /[\u00ad\u200b\u2060-\u2064\ufeff]/g
