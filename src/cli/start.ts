import { once } from 'node:events'
import { pino } from 'pino'
import type { App } from '../app.ts'
import type { ServerRole } from '../domain/server-role.ts'
import type { Context } from './context.ts'
import { errorText } from './error-text.ts'
import { exitCodes, Failure } from './failure.ts'
import type { Server } from './server.ts'

/** Where a server listens; 0: at any free port. */
interface Listening {
  readonly port: number
  readonly host: string
  readonly role: ServerRole
  /** Everybody on this machine may sign in to the example company. */
  readonly example: boolean
}

/**
 * Starts the program in this process, on the data folder or on ROSTER_DATABASE_URL.
 *
 * @param listen for a server that others use; unless given, only this machine can reach it
 * @throws Failure, and what `startApp` throws
 */
export async function startServer(
  { config, terminal, words }: Pick<Context, 'config' | 'terminal' | 'words'>,
  listen?: Listening,
): Promise<Server> {
  // Only now, since a command that uses another server needs none of it.
  const { startApp } = await import('../app.ts')
  const listening = listen ?? { port: 0, host: '127.0.0.1', role: 'all', example: false }
  const level = config.log ?? (listen === undefined ? 'error' : 'warn')
  const app = await startApp({
    config,
    dataFolder: config.data,
    databaseUrl: config.databaseUrl,
    ...listening,
    log: pino({ level }, pino.destination(2)),
    say: (sentence) => terminal.say(terminal.colours.dim(sentence)),
  }).catch((error: unknown) => {
    throw explain(error, { config, words, listen: listening })
  })
  return {
    url: app.address,
    key: app.key,
    kind: 'own',
    settled: (hurry) =>
      settled(app, hurry, () => terminal.say(terminal.colours.dim(words.delivering))),
    close: () => app.stop(),
  }
}

// What is not delivered now is delivered by whoever starts next.
async function settled(app: App, hurry: AbortSignal, onWait: () => void): Promise<void> {
  if (hurry.aborted) return
  const patience = setTimeout(onWait, 1_000)
  const given = new AbortController()
  try {
    const hurried = once(hurry, 'abort', { signal: given.signal }).catch(() => {})
    await Promise.race([app.settled(), hurried])
  } finally {
    given.abort()
    clearTimeout(patience)
  }
}

function explain(
  error: unknown,
  { config, words, listen }: Pick<Context, 'config' | 'words'> & { readonly listen: Listening },
): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const isOurs = 'hostname' in error && error.hostname === listen.host
  if ('syscall' in error && (error.syscall === 'listen' || isOurs)) {
    const title =
      error.code === 'EADDRINUSE'
        ? words.portTaken(listen.port)
        : words.cannotListen(`${listen.host}:${listen.port}`, errorText(error))
    return new Failure(exitCodes.unexpected, { code: 'cannot-listen', title }, { cause: error })
  }
  if (config.databaseUrl === null || error.code === 'folder-held') return error
  if (error.code === '53300') {
    const title = words.databaseFull(config.connections)
    return new Failure(exitCodes.unexpected, { code: 'database-full', title }, { cause: error })
  }
  const title = words.databaseUnusable(errorText(error))
  return new Failure(exitCodes.unexpected, { code: 'database-unusable', title }, { cause: error })
}
