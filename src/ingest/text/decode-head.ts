/**
 * The head as text in which delimiters, quotes, line ends and addresses can be looked for. All encodings but UTF-16
 * agree on these; other characters are as right as they can be before the whole was read, and one that the end of the
 * head cuts in two does no harm.
 */
export function decodeHead(head: Buffer, encoding: string): string {
  if (!encoding.startsWith('utf-16')) return decodeBytes(head)
  const even = head.subarray(0, head.length - (head.length % 2))
  return (encoding === 'utf-16le' ? even : Buffer.from(even).swap16()).toString('utf16le')
}

function decodeBytes(head: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(head)
  }
}
