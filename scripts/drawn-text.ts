/**
 * A text with all that has no shape drawn, so that a page can show it; line ends stay where there are `lines`, a
 * carriage return in front of them.
 */
export function drawnText(text: string, { lines = false } = {}): string {
  const ends = lines ? text.replace(/\r(?!\n)/gu, '\r\n') : text
  return ends.replace(shapeless, (character) => {
    if (lines && character === '\n') return character
    return drawn[character] ?? numbered(character)
  })
}

// What only joins or colours what stands beside it is seen there: emoji are made of such characters.
const shapeless = /(?!\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}]|(?! )\p{Zs}/gu

const drawn: Readonly<Record<string, string>> = {
  '\t': '⇥',
  '\n': '⏎',
  '\r': '␍',
  '\u00a0': '⍽',
}

function numbered(character: string): string {
  const number = character.codePointAt(0) ?? 0
  return `⟨${number.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
