import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Certificate } from './certificate.ts'

/** A mail as it arrived. */
export interface Arrived {
  readonly from: string
  readonly to: string
  readonly mail: ParsedMail
  /** Over an encrypted connection. */
  readonly secure: boolean
}

/** A real SMTP server on the loopback. */
export interface TestSmtpServer extends AsyncDisposable {
  /** For ROSTER_SMTP_URL. */
  readonly url: string
  /** What was accepted, in the order of arrival. */
  readonly arrived: readonly Arrived[]
  /** To whom handing over was tried, accepted or not, in order. */
  readonly tried: readonly string[]
}

/** What the server says to a mail, or `disconnect` before it says anything. */
export type Answer = { readonly code: number; readonly words: string } | 'disconnect' | 'accept'

interface Behaviour {
  readonly onSender?: () => Answer
  readonly onRecipient?: (recipient: string) => Answer
  /** Asked when the whole mail has come. */
  readonly onMail?: (recipient: string) => Answer | Promise<Answer>
  readonly onLogin?: () => Answer
  /** Encrypted from the beginning (`smtps`), or once the client asks for it; not at all unless given. */
  readonly tls?: 'smtps' | 'starttls'
  readonly certificate?: Certificate
}

export async function startSmtpServer(behaviour: Behaviour = {}): Promise<TestSmtpServer> {
  const { onSender, onRecipient, onMail, onLogin, tls, certificate } = behaviour
  const arrived: Arrived[] = []
  const tried: string[] = []
  const server = new SMTPServer({
    authOptional: onLogin === undefined,
    allowInsecureAuth: true,
    secure: tls === 'smtps',
    disabledCommands: tls === 'starttls' ? [] : ['STARTTLS'],
    ...certificate,
    disableReverseLookup: true,
    logger: false,
    onAuth: (_auth, _session, callback) => {
      const error = errorOf(onLogin?.() ?? 'accept')
      if (error) callback(error)
      else callback(null, { user: 'someone' })
    },
    onMailFrom: (_address, _session, callback) => callback(errorOf(onSender?.() ?? 'accept')),
    onRcptTo: ({ address }, session, callback) => {
      tried.push(address)
      const answer = onRecipient?.(address) ?? 'accept'
      if (answer === 'disconnect') sockets.get(session.remotePort)?.destroy()
      else callback(errorOf(answer))
    },
    onData: (stream, session, callback) => void receive(stream, session, callback),
  })
  const receive = async (
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    callback: (error: Error | null) => void,
  ): Promise<void> => {
    const mail = await simpleParser(stream)
    const to = recipientOf(session)
    const answer = (await onMail?.(to)) ?? 'accept'
    if (answer === 'accept')
      arrived.push({ from: senderOf(session), to, mail, secure: session.secure })
    if (answer === 'disconnect') sockets.get(session.remotePort)?.destroy()
    else callback(errorOf(answer))
  }
  const sockets = new Map<number, Socket>()
  server.server.on('connection', (socket) => sockets.set(socket.remotePort ?? 0, socket))
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `${tls === 'smtps' ? 'smtps' : 'smtp'}://user:secret@127.0.0.1:${portOf(server.server.address())}`,
    arrived,
    tried,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

function errorOf(answer: Answer): Error | null {
  if (answer === 'accept' || answer === 'disconnect') return null
  return Object.assign(new Error(answer.words), { responseCode: answer.code })
}

function recipientOf({ envelope }: SMTPServerSession): string {
  return envelope.rcptTo[0]?.address ?? ''
}

function senderOf({ envelope }: SMTPServerSession): string {
  return envelope.mailFrom === false ? '' : envelope.mailFrom.address
}

function portOf(address: AddressInfo | string | null): number {
  return address === null || typeof address === 'string' ? 0 : address.port
}
