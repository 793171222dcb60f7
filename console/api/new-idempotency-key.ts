/**
 * Names one act, so that all attempts at it together do it once. Not by `crypto.randomUUID`: where the
 * console is reached by plain http from another machine, browsers do not have it.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
