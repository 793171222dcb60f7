import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer'
import SMTPPool from 'nodemailer/lib/smtp-pool'
import { oneLine } from './one-line.ts'

/** What became of handing one mail over, with the server's own words. */
export type HandOver =
  | { readonly result: 'accepted'; readonly answer: string }
  /** The server will never take this mail. */
  | { readonly result: 'refused'; readonly answer: string }
  /** The server had all of the mail, and no answer came: it may have taken it. */
  | { readonly result: 'lost'; readonly answer: string }
  /** Not now. `unusable`: the trouble lies with the server or the way to it, not with this mail. */
  | { readonly result: 'deferred'; readonly unusable: boolean; readonly answer: string }

/** A way to hand mails over to an SMTP server. */
export interface MailTransport {
  /** How many mails are under way at the same time. */
  readonly parallel: number
  /**
   * Never throws: every trouble is an answer. Takes at most {@link handOverLimit} milliseconds, a wait for one
   * of the connections among them.
   */
  readonly handOver: (message: SendMailOptions) => Promise<HandOver>
  /** Lets go of the connections; what is under way is finished first. */
  readonly close: () => void
}

/** A server that has not taken a mail within two minutes is asked again later. */
export const handOverLimit = 120_000

/**
 * @param url `smtp://` or `smtps://`, with user, password, host and port; options of nodemailer can be
 * added as parameters, such as `?maxConnections=10` (docs/mail.md).
 * @param limit milliseconds that a mail may take
 * @throws RangeError when the address is no such address
 */
export function createSmtpTransport(url: string, limit = handOverLimit): MailTransport {
  refuseOthers(url)
  const pool = new SMTPPool({
    url,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    // A server may look at a mail for a while before it takes it; to ask again meanwhile would send it twice.
    socketTimeout: limit,
    // The outbox decides when a mail is tried again.
    maxRequeues: 1,
  })
  const transporter = createTransport(pool)
  // Each mail hears of its own trouble; a connection that breaks while idle is nobody's.
  transporter.on('error', () => {})
  // Message-IDs of the mails of which the server has got the last byte, or is about to.
  const handedOver = new Set<string>()
  transporter.use('stream', (mail, done) => {
    // The library reads a mail only once the server has asked for it, and sends its end once it was read to its end.
    mail.message.processFunc((input) =>
      input.once('end', () => handedOver.add(mail.message.messageId())),
    )
    done()
  })
  return {
    parallel: pool.options.maxConnections,
    close: () => pool.close(),
    handOver: async (message) => {
      try {
        const signal = AbortSignal.timeout(limit)
        const { response } = await transporter.sendMail({ ...message, signal })
        return { result: 'accepted', answer: words(response) }
      } catch (error) {
        return judge(error, handedOver.has(String(message.messageId)))
      } finally {
        handedOver.delete(String(message.messageId))
      }
    },
  }
}

// Without the address in the message: it may hold a password.
function refuseOthers(url: string): void {
  const parsed = URL.parse(url)
  if (parsed !== null && /^smtps?:$/.test(parsed.protocol) && parsed.hostname !== '') return
  throw new RangeError(
    'The address of the mail server must look like smtp://user:password@mail.example.org:587.',
  )
}

function judge(error: unknown, isHandedOver: boolean): HandOver {
  if (isHandedOver && !(isSmtpError(error) && error.responseCode !== undefined))
    return { result: 'lost', answer: words(error instanceof Error ? error.message : String(error)) }
  if (!isSmtpError(error))
    return { result: 'deferred', unusable: true, answer: words(String(error)) }
  // The sender and the log-in are ours, not the mail's: were they refused for good, all mails would be lost.
  const isAboutMail =
    /^E(?:ENVELOPE|MESSAGE)$/.test(error.code ?? '') && error.command !== 'MAIL FROM'
  if (!isAboutMail || error.responseCode === 421)
    return { result: 'deferred', unusable: true, answer: words(error.message) }
  const answer = words(error.response ?? error.message)
  const isPermanent = error.permanent ?? error.command === 'API'
  return isPermanent
    ? { result: 'refused', answer }
    : { result: 'deferred', unusable: false, answer }
}

function isSmtpError(error: unknown): error is NodemailerError {
  return error instanceof Error
}

const longestAnswer = 1000

function words(answer: string): string {
  return oneLine(answer).slice(0, longestAnswer).toWellFormed()
}
