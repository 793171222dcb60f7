/**
 * The head as text in which delimiters, quotes and line ends can be looked for. All encodings but UTF-16 agree
 * on these, so the other characters need not be right, and a character that is cut in two does no harm.
 */
export function decodeHead(head: Buffer, encoding: string): string {
  if (!encoding.startsWith('utf-16')) return head.toString('latin1')
  const even = head.subarray(0, head.length - (head.length % 2))
  return (encoding === 'utf-16le' ? even : Buffer.from(even).swap16()).toString('utf16le')
}
