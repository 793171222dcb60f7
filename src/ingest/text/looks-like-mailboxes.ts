import { SourceError } from '../../domain/table.ts'
import { hasBullet } from './read-mailbox.ts'
import { readMailboxes } from './read-mailboxes.ts'
import { splitMailboxes } from './split-mailboxes.ts'
import type { MailboxPiece } from './split-mailboxes.ts'

/** What the beginning of a text says about whether it is a list of mailboxes. */
export interface MailboxLook {
  /** Some have a name beside the address. */
  readonly areNamed: boolean
}

/**
 * Is this the beginning of addresses from a mail program? Only when that is certain: each piece is a mailbox, and some
 * have names or brackets, or several stand in a line. Addresses alone, one per line, are a table of one column, and so
 * are as many of them in each line one of more. Around a list with bullets there may be sentences, as in a chat.
 * Undefined when it is something else.
 * @param isCut the text goes on: its last piece may not be whole
 */
export function looksLikeMailboxes(head: string, isCut: boolean): MailboxLook | undefined {
  // A tab or a pipe parts cells, and no mail program writes them.
  if (!head.includes('@') || /[\t|]/.test(head)) return undefined
  const pieces = piecesOf(head, isCut).filter(({ text }) => !isLabel(text))
  const mailboxes = pieces.map(({ text }) => readMailboxes(text))
  const others = pieces.filter((_, index) => mailboxes[index]?.length === 0)
  if (pieces.length === 0 || !areAround(others, pieces)) return undefined
  const areNamed = mailboxes.flat().some(({ name }) => name !== '')
  const areWrapped = pieces.some(({ text }) => /[<:]/.test(text) || hasBullet(text))
  const areListed = mailboxes.some(({ length }) => length > 1) || areManyInLine(pieces, head)
  return areNamed || areWrapped || areListed ? { areNamed } : undefined
}

/** Nothing at all, or sentences around several lines with bullets, each of which is a mailbox. */
function areAround(others: readonly MailboxPiece[], pieces: readonly MailboxPiece[]): boolean {
  if (others.length === 0) return true
  const isSentence = others.every(({ text }) => !hasBullet(text) && !text.includes('@'))
  return isSentence && pieces.filter(({ text }) => hasBullet(text)).length > 1
}

/** `To:` in a line of its own, the name of a group that has nobody in it, or another line of a mail's head. */
export function isLabel(text: string): boolean {
  return /^[^"<>()[\]@,;:]{1,64}:$/.test(text) || headLine.test(text)
}

/** What stands in a mail's head besides people, in the languages of the words. */
const headLine =
  /^(?:sent|date|subject|importance|attachments?|gesendet|datum|betreff|wichtigkeit|anlagen?|envoyé|objet|enviado|fecha|asunto|inviato|data|oggetto): [^@]*$/i

function piecesOf(head: string, isCut: boolean): readonly MailboxPiece[] {
  try {
    const pieces = splitMailboxes(head.length)
    const whole = pieces.push(head)
    return isCut && whole.length > 1 ? whole : [...whole, ...pieces.end()]
  } catch (error) {
    if (error instanceof SourceError) return []
    throw error
  }
}

/** Several addresses in a line, but not two or more in each of several lines: those are columns. */
function areManyInLine(pieces: readonly MailboxPiece[], head: string): boolean {
  const counts = [...Map.groupBy(pieces, ({ line }) => line).values()].map(({ length }) => length)
  if (Math.max(...counts) === 1) return false
  const areColumns = counts.length > 1 && new Set(counts).size === 1
  return !areColumns || /[,;][ ]*[\r\n]/.test(head)
}
