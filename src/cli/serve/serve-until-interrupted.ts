import { once } from 'node:events'
import { apiClient } from '../client.ts'
import type { Client } from '../client.ts'
import { serverInFolder } from '../connect.ts'
import { openConnection } from '../connection.ts'
import type { Context } from '../context.ts'
import { exitCodes, Failure } from '../failure.ts'
import { writeDocument } from '../show/write-document.ts'
import { startServer } from '../start.ts'

/** What was prepared, for people and for programs. */
export interface Prepared {
  readonly lines: readonly string[]
  readonly document: Readonly<Record<string, string>>
}

/**
 * Serves until somebody ends it; `prepare` runs as soon as the server answers.
 *
 * @param options `example`: everybody on this machine may sign in to the example company
 */
export async function serveUntilInterrupted(
  context: Context,
  prepare: (context: Context, client: Client) => Promise<Prepared>,
  { example }: { readonly example: boolean } = { example: false },
): Promise<number> {
  const { config, terminal, words, interrupt, language } = context
  if (config.databaseUrl === null) await refuseServedFolder(context)
  const { port, host } = config
  const server = await startServer(context, { port, host, example })
  try {
    const connection = await openConnection({
      connect: () => Promise.resolve(server),
      words,
      signal: interrupt.signal,
      headers: { 'accept-language': language },
    })
    const { lines, document } = await prepare(context, apiClient(connection))
    const url = `http://localhost:${new URL(server.url).port}`
    if (!(await writeDocument(context, { url, ...document }))) {
      // In one piece, so that who waits for the address has the rest as well.
      await terminal.write(`${[words.servedAt(url), ...lines, words.stopsWith].join('\n')}\n`)
    }
    if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort')
    return exitCodes.fine
  } finally {
    await server.close()
    terminal.say(words.stopped)
  }
}

async function refuseServedFolder(context: Context): Promise<void> {
  const served = await serverInFolder(context)
  if (served === null) return
  const title = context.words.folderServed(context.config.data, served.url)
  throw new Failure(exitCodes.unexpected, { code: 'folder-served', title })
}
