import { appendFileSync } from 'node:fs'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

// A mail server in a process of its own, to be killed: it writes down each mail that it takes before it says so.
const [port = '', file = ''] = process.argv.slice(2)
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, session, callback) =>
    void take(stream, session.envelope.rcptTo[0]?.address ?? '', callback),
})
server.on('error', () => {})
server.listen(Number(port), '127.0.0.1')
await once(server.server, 'listening')
process.send?.('ready')

async function take(stream: NodeJS.ReadableStream, to: string, say: () => void): Promise<void> {
  const read = text(stream as AsyncIterable<Uint8Array> & NodeJS.ReadableStream)
  const mail = await read.catch(() => null)
  // Whoever brought it was killed in the middle: it is not taken.
  if (mail === null) return
  const id = /^message-id:\s*<([^@>]+)@/im.exec(mail)?.[1] ?? ''
  appendFileSync(file, `${JSON.stringify({ id, to })}\n`)
  // Between taking a mail and saying so there is a moment in which to be killed.
  await delay(5)
  say()
}
