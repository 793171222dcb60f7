import { EmbeddedError } from '../../embedded/embedded-error.ts'
import { sqlState } from '../../directory/sql-state.ts'
import type { Place } from '../../transfer/place.ts'
import type { Transfer } from '../../transfer/transfer.ts'
import { TransferError, type TransferErrorCode } from '../../transfer/transfer-error.ts'
import type { Context } from '../context.ts'
import { errorText } from '../error-text.ts'
import { exitCodes, Failure, usageFailure } from '../failure.ts'
import { progressBar, type ProgressBar } from '../progress-bar.ts'

/**
 * Does something with a whole installation, and shows how far it is.
 * @throws Failure with a sentence for whatever stands in its way
 */
export async function moving<Result>(
  context: Context,
  title: string,
  act: (transfer: Transfer) => Promise<Result>,
): Promise<Result> {
  let bar: ProgressBar | null = null
  const onProgress = (done: number, all: number) => {
    bar ??= progressBar(context, title, all)
    bar.show(done, { rowsPerSecond: null, secondsLeft: null })
  }
  try {
    return await act({ signal: context.interrupt.signal, onProgress })
  } catch (error) {
    throw explain(error, context)
  } finally {
    // TypeScript does not see that it was assigned in between.
    ;(bar as ProgressBar | null)?.stop()
  }
}

/**
 * Where this command line’s installation is.
 * @throws Failure usage, where it is known by the address of its server only
 */
export function placeOf({ config, flags, terminal, words }: Context): Place {
  if (config.url !== null && config.databaseUrl === null && flags.data === undefined) {
    throw usageFailure(words.moving.elsewhere)
  }
  const { data: dataFolder, databaseUrl, secret } = config
  const say = (sentence: string) => terminal.say(terminal.colours.dim(sentence))
  return { dataFolder, databaseUrl, secret, say }
}

function explain(error: unknown, { words, config }: Context): unknown {
  if (error instanceof TransferError) {
    const { code, details } = error
    const exit = unexpected.has(code) ? exitCodes.unexpected : exitCodes.usage
    const title = words.moving.refusals[code](details)
    return new Failure(exit, { code, title, details }, { cause: error })
  }
  const isOurs = error instanceof Failure || error instanceof EmbeddedError
  if (isOurs || config.databaseUrl === null || sqlState(error) === undefined) return error
  const title = words.databaseUnusable(errorText(error))
  return new Failure(exitCodes.unexpected, { code: 'database-unusable', title }, { cause: error })
}

// The others are a wrong name, a wrong file, or a wrong place.
const unexpected: ReadonlySet<TransferErrorCode> = new Set([
  'no-space',
  'target-full',
  'written-by-another',
  'served-elsewhere',
])
