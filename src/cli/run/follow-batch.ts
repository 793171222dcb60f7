import { setTimeout as wait } from 'node:timers/promises'
import { isAtRest } from '../../domain/batch.ts'
import type { Batch, Progress } from '../../http/contract/batch.ts'
import type { Client } from '../client.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { progressBar } from '../progress-bar.ts'

/**
 * Starts a batch (or attaches to it) and waits until it is at rest, with a progress bar. Ctrl-C stops it at
 * the next chunk. When the server goes away, the connection finds or starts another, which goes on.
 */
export async function followBatch(
  context: Context,
  client: Client,
  start: () => Promise<Batch>,
): Promise<Batch> {
  const { interrupt, terminal, words } = context
  let started: string | null = null
  const stop = () => {
    terminal.say(words.stopping)
    if (started !== null) void stopBatch(client, started)
  }
  return await interrupt.during(stop, async () => {
    const batch = await start()
    started = batch.batch
    if (interrupt.exit !== null) await stopBatch(client, started)
    return await untilAtRest(context, client, batch)
  })
}

/** Waits, with a progress bar, for a batch to come to rest; attaches again whenever the connection ends. */
export async function untilAtRest(
  context: Context,
  client: Client,
  started: Batch,
): Promise<Batch> {
  const { words } = context
  const bar = progressBar(context, words.executing, started.totals.rows)
  const tell = teller(context)
  try {
    for (let batch = started; ; batch = await client.batch(started.batch)) {
      if (isAtRest(batch.state)) return batch
      for await (const progress of client.events(started.batch)) {
        tell(progress)
        bar.show(progress.totals.rows - progress.totals.ready, progress)
      }
      await wait(50)
    }
  } finally {
    bar.stop()
  }
}

/** What a server tells; one of an earlier version does not know why nothing moves. */
type Told = Pick<Progress, 'state'> & Partial<Pick<Progress, 'waitsFor'>>

/** Says why nothing moves, once for each reason until it moves again. */
function teller({ terminal, words }: Context): (progress: Told) => void {
  let last: string | null = null
  return ({ state, waitsFor }) => {
    const reason = state === 'waiting' ? waitsFor : waitsFor && 'still'
    const why = reason ? words.waits[reason] : null
    if (why !== null && why !== last) terminal.say(why)
    last = why
  }
}

// It may have come to its end meanwhile; then there is nothing to stop.
async function stopBatch(client: Client, id: string): Promise<void> {
  try {
    await client.stop(id)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}
