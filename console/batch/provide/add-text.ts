/** A text with another below it, which begins on a line of its own. */
export function addText(text: string, added: string): string {
  if (text.trim() === '') return added
  return text.endsWith('\n') ? text + added : `${text}\n${added}`
}
