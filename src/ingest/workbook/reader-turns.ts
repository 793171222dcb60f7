import { totalmem } from 'node:os'
import pLimit from 'p-limit'
import { orAborted } from '../or-aborted.ts'

/** What a worker that reads a workbook may take, in MB. */
export const readerMemory = 768

/** So many read at once: one at least, four at most, and together they take no more than a quarter of the machine. */
const readersAtOnce = Math.min(4, Math.max(1, Math.floor(totalmem() / 4 / 2 ** 20 / readerMemory)))

const turns = pLimit(readersAtOnce)

/**
 * Waits until a worker may be started; who came first is first. Answers what gives the turn back, which may be
 * called more than once. Throws the signal's reason when it aborts meanwhile.
 */
export async function takeTurn(signal?: AbortSignal): Promise<() => void> {
  const begun = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  void turns(() => {
    begun.resolve()
    return ended.promise
  })
  try {
    await orAborted(begun.promise, signal)
    return ended.resolve
  } catch (error) {
    // Its turn will come all the same, and is over at once.
    ended.resolve()
    throw error
  }
}
