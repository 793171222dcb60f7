/**
 * A password as it is checked and hashed: the same keys pressed on another keyboard or system give the same text
 * (NFKC), and nothing is trimmed.
 */
export function normalPassword(text: string): string {
  return text.normalize('NFKC')
}
