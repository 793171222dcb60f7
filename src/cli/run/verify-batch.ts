import { setTimeout as wait } from 'node:timers/promises'
import type { Batch } from '../../http/contract/batch.ts'
import type { Client } from '../client.ts'
import type { Context } from '../context.ts'
import { progressBar } from '../progress-bar.ts'
import { showSuggestions } from '../show/problems.ts'

/** Verifies a batch and, where they are to be accepted, follows its suggestions until there are no new ones. */
export async function verifyBatch(
  context: Context,
  client: Client,
  draft: { readonly batch: Batch; readonly acceptSuggestions: boolean },
): Promise<Batch> {
  let batch = await verifyOnce(context, client, draft.batch)
  for (let round = 0; draft.acceptSuggestions && round < mostRounds; round++) {
    if (!batch.groups.some(({ suggestion }) => suggestion !== undefined)) break
    showSuggestions(context, batch)
    await client.acceptSuggestions(batch.batch)
    batch = await verifyOnce(context, client, batch)
  }
  return batch
}

// A suggestion that is accepted can uncover another problem of the row; there are few fields.
const mostRounds = 5

async function verifyOnce(context: Context, client: Client, draft: Batch): Promise<Batch> {
  const bar = progressBar(context, context.words.verifying, draft.source.rows)
  const ended = new AbortController()
  const watching = watch(context, client, { draft, bar, signal: ended.signal })
  try {
    return await client.verify(draft.batch)
  } finally {
    ended.abort()
    await watching
    bar.stop()
  }
}

interface Watch {
  readonly draft: Batch
  readonly bar: ReturnType<typeof progressBar>
  readonly signal: AbortSignal
}

// Only for the eyes: whatever goes wrong here goes wrong there too, and is said there.
async function watch(
  context: Context,
  client: Client,
  { draft, bar, signal }: Watch,
): Promise<void> {
  if (!context.terminal.isWatched) return
  try {
    while (!signal.aborted) {
      await wait(200, undefined, { signal })
      for await (const progress of client.events(draft.batch, signal)) {
        const { ready, unchanged, error } = progress.totals
        bar.show(ready + unchanged + error, progress)
      }
    }
  } catch {
    return
  }
}
