import type { Batch } from '../../http/contract/batch.ts'
import type { Mail } from '../../http/contract/mail.ts'
import type { Client } from '../client.ts'
import { commandHere } from '../command-here.ts'
import type { Context } from '../context.ts'

/**
 * Waits until the mails of a batch have left, where this process delivers them, and says what became of those that
 * have not. Ctrl-C leaves them to the next start.
 */
export async function awaitMails(
  context: Context,
  client: Client,
  { batch, startedAt, totals }: Batch,
): Promise<void> {
  const { interrupt } = context
  if (startedAt === null || totals.mails === 0 || interrupt.exit !== null) return
  const { server } = client.connection
  await server.settled(interrupt.signal)
  // Another process delivers in its own time; and who presses Ctrl-C has left the rest to the next start.
  if (server.kind !== 'own' || interrupt.signal.aborted) return
  await sayWhatIsLeft(context, client, batch).catch((error: unknown) => {
    if (!interrupt.signal.aborted) throw error
  })
}

async function sayWhatIsLeft(context: Context, client: Client, batch: string): Promise<void> {
  const { terminal, words, flags } = context
  const { sendsMail } = await client.doors()
  const left: [Mail['state'], number][] = []
  for (const state of sendsMail ? unsent : unsentAnyway) {
    const mails = await client.countMails(batch, state)
    if (mails > 0) left.push([state, mails])
  }
  if (left.length > 0) terminal.say(words.mailsLeft(left, commandHere(flags)))
}

// Without a mail server, those that are queued lie in the data folder as files.
const unsentAnyway = ['held', 'failed', 'unknown'] as const
const unsent = ['queued', 'sending', ...unsentAnyway] as const
