import { withoutMailto } from '../../domain/without-mailto.ts'

/** Somebody's address, with the name that stood beside it; empty without one. */
export interface Mailbox {
  readonly address: string
  readonly name: string
}

/**
 * One mailbox as mail programs write it: `Jane <jane@example.org>`, `"Doe, Jane" <…>`, `Doe, Jane <…>`,
 * `jane@example.org`, `jane@example.org (Jane)`, `Jane (jane@example.org)`, `Jane [mailto:jane@example.org]`, or as
 * people write it in a chat: `1. Jane Doe - jane@example.org`. Undefined for what is none.
 */
export function readMailbox(text: string): Mailbox | undefined {
  if (text.length > maxLength) return undefined
  const piece = text.replace(bullet, '').replace(beginning, '').replace(repetition, '').trim()
  if (isAddress(piece)) return { address: bare(piece), name: '' }
  const [, before = '', enclosed = ''] = enclosing.exec(piece) ?? []
  if (isAddress(enclosed)) return named(enclosed, before)
  if (isAddress(before) && !enclosed.includes('@')) return named(before, enclosed)
  const [, name = '', last = ''] = besides.exec(piece) ?? []
  return isAddress(last) && isName(name) ? named(last, name) : undefined
}

/** Does the piece begin as a line of a list that somebody wrote by hand? */
export function hasBullet(text: string): boolean {
  return bullet.test(text)
}

/** An address has 254 characters at most; what is much longer is something else, and costs time. */
const maxLength = 600

/** `-`, `•` or `1.` before the lines of a list. */
const bullet = /^(?:[-–—•*·▪◦‣]|\d{1,4}[.)])\s+/

/** `To:` and its like, and the name of a group, may stand before its first mailbox. */
const beginning = /^[^"<>()[\]@,;:]{1,64}(?<!mailto):(?!\/\/)/i

/** Outlook writes an address twice: `Jane <jane@example.org><mailto:jane@example.org>`. */
const repetition = /(?<=@.*)<mailto:[^<>]*>\s*$/is

/** What is enclosed at the end, and what stands before it. */
const enclosing = /^(.*)[<([]([^<>()[\]]*)[>)\]]$/s

/** A name and an address with a blank or a dash between them. */
const besides = /^(\S.*?)(?:\s+[-–—])?\s+(\S+)$/s

/** Words of letters; the first and the last are not small, as those of a sentence are. */
const isName = (text: string): boolean => {
  const words = text.split(/\s+/)
  const ends = [words.at(0) ?? '', words.at(-1) ?? '']
  return (
    words.every((word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word)) &&
    !ends.some((word) => /^\p{Ll}/u.test(word))
  )
}

/** A local part in quotes may have everything in it. */
const address = /^(?:mailto:)?(?:[^\s<>()[\],;:"|@]+|"[^"]*")@[^\s<>()[\],;:"|@]+$/i

function isAddress(text: string): boolean {
  return address.test(text.trim())
}

function named(address: string, name: string): Mailbox | undefined {
  const phrase = unquoted(name)
  // A name with one comma is `Doe, Jane`; cells of a table have no blank behind it, or are more.
  if (phrase === name.trim() && /,(?!\s)|,.*,/s.test(phrase)) return undefined
  const mailbox = bare(address)
  const isRepeated = phrase.toLowerCase() === mailbox.toLowerCase()
  return { address: mailbox, name: isRepeated ? '' : phrase }
}

function bare(address: string): string {
  return withoutMailto(address.trim())
}

/** `"Doe, Jane"` and Outlook's `'Doe, Jane'` as they are meant. */
function unquoted(name: string): string {
  const plain = name.replaceAll(/"((?:[^"\\]|\\.)*)"/g, (_, quoted: string) =>
    quoted.replaceAll(/\\(.)/g, '$1'),
  )
  return plain
    .trim()
    .replace(/^'(.*)'$/s, '$1')
    .trim()
}
