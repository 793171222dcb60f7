import addressparser from 'nodemailer/lib/addressparser'

/** Whom a mail is from. */
export interface Mailbox {
  readonly address: string
  /** Empty when there is none. */
  readonly name: string
}

/**
 * Reads one address, with or without a name: `roster@example.org`, `Roster <roster@example.org>`.
 * @throws RangeError when the text is anything else
 */
export function readMailbox(text: string): Mailbox {
  const [mailbox, ...others] = addressparser(text, { flatten: true })
  if (mailbox === undefined || others.length > 0 || !addressShape.test(mailbox.address)) {
    throw new RangeError(
      `"${text}" is not the address of one sender, such as Roster <roster@example.org>.`,
    )
  }
  return { address: mailbox.address, name: mailbox.name }
}

const addressShape = /^[^\s@<>]+@[^\s@<>]+$/
