import { once } from 'node:events'
import type { ServerRole } from '../../domain/server-role.ts'
import { apiClient } from '../client.ts'
import type { Client } from '../client.ts'
import { isFolderHeld, serverInFolder } from '../connect.ts'
import { openConnection } from '../connection.ts'
import type { Context } from '../context.ts'
import { exitCodes, Failure, usageFailure } from '../failure.ts'
import type { Server } from '../server.ts'
import { writeDocument } from '../show/write-document.ts'
import { startServer } from '../start.ts'

/** What was prepared, for people and for programs. */
export interface Prepared {
  readonly lines: readonly string[]
  readonly document: Readonly<Record<string, string>>
}

/** What is served, and how. */
export interface Serving {
  /** Everybody on this machine may sign in to the example company. */
  readonly example?: boolean
  /** What this server does of all there is to do; all of it unless given. */
  readonly role?: ServerRole
}

/**
 * Serves until somebody ends it; `prepare` runs as soon as the server answers, where it answers people.
 * @throws Failure when the data folder is served already, or cannot be shared with servers of other roles
 */
export async function serveUntilInterrupted(
  context: Context,
  prepare: (context: Context, client: Client) => Promise<Prepared>,
  { example = false, role = 'all' }: Serving = {},
): Promise<number> {
  const { config, terminal, words, interrupt } = context
  const { port, host, databaseUrl } = config
  if (databaseUrl === null && role !== 'all') throw usageFailure(words.roleNeedsDatabase(role))
  const start = () => startServer(context, { port, host, example, role })
  const server = databaseUrl === null ? await alone(context, start) : await start()
  try {
    const url = `http://localhost:${new URL(server.url).port}`
    const { lines, document } =
      role === 'worker' ? nothing : await prepare(context, await clientOf(server, context))
    if (!(await writeDocument(context, { url, role, ...document }))) {
      const said = [words.servedAt[role](url), ...lines, words.stopsWith]
      // In one piece, so that who waits for the address has the rest as well.
      await terminal.write(`${said.join('\n')}\n`)
    }
    if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort')
    return exitCodes.fine
  } finally {
    await server.close()
    terminal.say(words.stopped)
  }
}

const nothing: Prepared = { lines: [], document: {} }

async function clientOf(server: Server, context: Context): Promise<Client> {
  const { words, interrupt, language } = context
  const connection = await openConnection({
    connect: () => Promise.resolve(server),
    words,
    signal: interrupt.signal,
    headers: { 'accept-language': language },
  })
  return apiClient(connection)
}

/** Starts the one server of the data folder; another one may take it in the same moment, and is then named. */
async function alone(context: Context, start: () => Promise<Server>): Promise<Server> {
  for (;;) {
    await refuseServedFolder(context)
    try {
      return await start()
    } catch (error) {
      if (!isFolderHeld(error)) throw error
    }
  }
}

async function refuseServedFolder(context: Context): Promise<void> {
  const served = await serverInFolder(context)
  if (served === null) return
  const title = context.words.folderServed(context.config.data, served.url)
  throw new Failure(exitCodes.unexpected, { code: 'folder-served', title })
}
