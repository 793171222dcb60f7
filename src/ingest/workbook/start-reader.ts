import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SourceNotice } from '../../domain/source-notice.ts'
import { SourceError } from '../../domain/table.ts'
import type { SourceRow, UnreadableReason } from '../../domain/table.ts'
import type { ReaderMessage, ReaderTask, Sheets } from './messages.ts'
import { readerMemory, takeTurn } from './reader-turns.ts'

/** A worker that reads a workbook. */
export interface Reader {
  readonly sheets: Sheets
  readonly batches: AsyncIterable<readonly SourceRow[]>
  /** What was found in the sheet; none before its last row was read. */
  readonly notices: () => readonly SourceNotice[]
  /** Ends the worker, whatever it is doing; afterwards nothing uses the file any more. */
  stop(): Promise<void>
}

// Texts that cells share are kept in memory while a sheet is read: a million different ones take some 100 MB.
const memory = {
  maxOldGenerationSizeMb: readerMemory,
  maxYoungGenerationSizeMb: 32,
  stackSizeMb: 4,
}

/** The longest that a batch of rows may take, in milliseconds. Listing the sheets of a big ODS takes seconds. */
const patience = 120_000

/**
 * Starts the worker when its turn has come, and waits until it has found the sheet. It sends one message for
 * each that is asked for, and is asked for the next rows while those before are used: it runs ahead by one
 * message. Throws what the worker reports, and `unreadable-source` when it
 * runs out of memory or time; when the signal aborts, its reason.
 */
export async function startReader(task: ReaderTask, signal?: AbortSignal): Promise<Reader> {
  const worker = startWorker(task, await takeTurn(signal))
  // Whoever waits for a message hears of an error as well; at other times it must not end the process.
  worker.on('error', () => {})
  let notices: readonly SourceNotice[] = []
  const stop = async () => void (await worker.terminate())
  try {
    const opened = await ask(worker, signal)
    if (opened.kind !== 'opened') throw new Error('The worker did not begin with the sheets.')
    const { sheet, sheets } = opened
    return { sheets: { sheet, sheets }, batches: batches(), notices: () => notices, stop }
  } catch (error) {
    await stop()
    throw error
  }

  async function* batches(): AsyncGenerator<readonly SourceRow[]> {
    let next = ask(worker, signal)
    for (;;) {
      const message = await next
      signal?.throwIfAborted()
      if (message.kind === 'end') notices = message.notices
      if (message.kind !== 'rows') return
      next = ask(worker, signal)
      // Heard when it is waited for, unless the reader has left by then.
      next.catch(() => undefined)
      yield message.rows
    }
  }
}

function startWorker(task: ReaderTask, giveTurnBack: () => void): Worker {
  try {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: memory,
      env: {},
      execArgv: [],
    })
    return worker.once('exit', giveTurnBack)
  } catch (error) {
    giveTurnBack()
    throw error
  }
}

async function ask(worker: Worker, signal?: AbortSignal): Promise<ReaderMessage> {
  if (worker.threadId === -1) throw unreadable('damaged')
  const timeout = AbortSignal.timeout(patience)
  const answered = new AbortController()
  const either = AbortSignal.any([timeout, answered.signal, ...(signal ? [signal] : [])])
  worker.postMessage('next', [])
  try {
    const [message] = await Promise.race([
      once(worker, 'message', { signal: either }),
      once(worker, 'exit', { signal: either }).then(() => Promise.reject(unreadable('damaged'))),
    ])
    return checked(message)
  } catch (error) {
    throw reasonOf(error, timeout, signal)
  } finally {
    answered.abort()
  }
}

function checked(message: ReaderMessage): ReaderMessage {
  if (message.kind === 'error') throw new SourceError(message.code, message.details)
  return message
}

function reasonOf(error: unknown, timeout: AbortSignal, signal?: AbortSignal): unknown {
  if (error instanceof SourceError) return error
  if (signal?.aborted === true) return signal.reason
  if (timeout.aborted) return unreadable('took-too-long', error)
  const isMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory ? unreadable('out-of-memory', error) : error
}

function unreadable(reason: UnreadableReason, cause?: unknown): SourceError {
  return new SourceError('unreadable-source', { reason }, { cause })
}
