/**
 * A text that somebody else chose, fit for a header, a line and a file: line breaks and other control
 * characters become spaces, so nothing breaks out of its place; what reverses the reading direction
 * of the text around it is left out.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}
