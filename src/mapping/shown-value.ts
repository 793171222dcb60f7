const longest = 100

/** A cell's text, fit to be stored and shown in a sentence: no characters that act, and not endless. */
export function shownValue(text: string): string {
  const visible = text.toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
  const characters = Array.from(visible.slice(0, 2 * longest + 2))
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : visible
}
