/**
 * Text from files and from the directory, fit for a terminal: control characters, which could move
 * its cursor or rewrite what stands there, and those that turn the direction of writing are shown as �.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}
