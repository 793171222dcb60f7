import type { Batch } from '../../http/contract/batch.ts'
import type { Client } from '../client.ts'
import type { Context } from '../context.ts'

/** Waits until the mails of a batch have left, where this process delivers them; Ctrl-C leaves them to the next start. */
export async function awaitMails(
  { interrupt }: Context,
  client: Client,
  { startedAt, totals }: Batch,
): Promise<void> {
  if (startedAt === null || totals.mails === 0 || interrupt.exit !== null) return
  await client.connection.server.settled(interrupt.signal)
}
