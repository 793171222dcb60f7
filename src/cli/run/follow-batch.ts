import { setTimeout as wait } from 'node:timers/promises'
import { isAtRest } from '../../domain/batch.ts'
import type { Batch } from '../../http/contract/batch.ts'
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
  const { terminal, words } = context
  const bar = progressBar(context, words.executing, started.totals.rows)
  const waiting = sayLater(() => terminal.say(words.waiting))
  try {
    for (let batch = started; ; batch = await client.batch(started.batch)) {
      if (isAtRest(batch.state)) return batch
      for await (const progress of client.events(started.batch)) {
        if (progress.state === 'waiting') waiting.begin()
        else waiting.end()
        bar.show(progress.totals.rows - progress.totals.ready, progress)
      }
      await wait(50)
    }
  } finally {
    waiting.end()
    bar.stop()
  }
}

/** Calls once what begins and does not end within a second: a batch whose turn it is starts sooner. */
function sayLater(say: () => void): { begin(): void; end(): void } {
  let timer: NodeJS.Timeout | null = null
  return {
    begin: () => void (timer ??= setTimeout(say, 1_000)),
    end() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
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
