import { SourceError } from '../domain/table.ts'
import type { SourceInput } from './open-table.ts'

/** Files that people bring and that are no tables, or none that can be read, by how they begin. */
const unsupported: readonly (readonly [found: string, magic: Buffer])[] = [
  ['pdf', Buffer.from('%PDF-')],
  ['rtf', Buffer.from('{\\rtf')],
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['7z', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')],
  ['rar', Buffer.from('Rar!')],
  ['image', Buffer.from('\x89PNG', 'latin1')],
  ['image', Buffer.from([0xff, 0xd8, 0xff])],
  ['image', Buffer.from('GIF8')],
  ['sqlite', Buffer.from('SQLite format 3\0')],
]

/** Texts that are lists, but no tables; also where they are pasted. */
const unsupportedTexts: readonly (readonly [found: string, begin: RegExp])[] = [
  ['vcard', /^begin:vcard\s/i],
  ['json', /^(\[\s*)?\{\s*["}]/],
]

/** Web pages and XML are often saved under the name of a table ("xls" exports of web applications). */
const markup = /^<(!--|(\?xml|!doctype|html|head|meta|body|style|table|div)\b)/i

const zip = Buffer.from('PK\x03\x04')
const emptyZip = Buffer.from('PK\x05\x06')
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/**
 * A workbook, a text or a container of the older Office? Told from the first bytes, since a file's ending says
 * little about what is in it. Throws `unsupported-format` with what was `found`, and `no-rows` for nothing at all.
 */
export function recogniseFormat(
  kind: SourceInput['kind'],
  head: Buffer,
): 'workbook' | 'text' | 'compound-file' {
  if (head.length === 0) throw new SourceError('no-rows')
  const start = startOf(head)
  for (const [found, begin] of unsupportedTexts)
    if (begin.test(start)) throw unsupportedFormat(found)
  if (kind === 'text') return 'text'
  if (begins(head, zip) || begins(head, emptyZip)) return 'workbook'
  if (begins(head, compoundFile)) return 'compound-file'
  for (const [found, magic] of unsupported) if (begins(head, magic)) throw unsupportedFormat(found)
  if (isBareWorksheet(head)) throw unsupportedFormat('xls')
  if (markup.test(start)) throw unsupportedFormat('markup')
  return 'text'
}

/** The first record of a worksheet of Excel 2 to 5, which had no container. */
function isBareWorksheet(head: Buffer): boolean {
  const [type = 0, version = 0, length = 0, zero] = head
  return type === 9 && [0, 2, 4, 8].includes(version) && [4, 6, 8].includes(length) && zero === 0
}

/** How a text begins, whatever its encoding, without a byte-order mark. */
function startOf(head: Buffer): string {
  const start = head.toString('latin1', 0, 200).replaceAll('\0', '')
  return start.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart()
}

function begins(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic)
}

function unsupportedFormat(found: string): SourceError {
  return new SourceError('unsupported-format', { found })
}
