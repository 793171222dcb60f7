import { measureBatch, type BatchFigures } from './batches/measure-batch.ts'
import type { Round } from './promises/promise.ts'
import type { BenchServer } from './servers/bench-server.ts'
import { openExternalServer } from './servers/open-external-server.ts'
import { openUsualServer } from './servers/open-usual-server.ts'

/** One round: its servers are started when they are first needed, and its batches measured once. */
export function openRound(options: Pick<Round, 'rows' | 'say'>): Round & AsyncDisposable {
  const opened = new AsyncDisposableStack()
  const batches = new Map<string, Promise<BatchFigures>>()
  const usual = once(async () => opened.use(await openUsualServer()))
  const external = once(async (): Promise<BenchServer | null> => {
    return opened.use(await openExternalServer())
  })
  return {
    ...options,
    usual,
    external,
    async batch(operation, rows) {
      const name = `${operation} ${rows}`
      const known = batches.get(name)
      if (known !== undefined) return await known
      options.say(`${operation}, ${rows.toLocaleString('en')} rows`)
      const measured = measureBatch(await usual(), operation, rows)
      batches.set(name, measured)
      return await measured
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= act())
}
