import { setTimeout as wait } from 'node:timers/promises'
import { claimFolder } from '../embedded/claim-folder.ts'
import type { Address } from '../embedded/claim-record.ts'
import type { Context } from './context.ts'
import { exitCodes, Failure, usageFailure } from './failure.ts'
import { send, ServerGone } from './send.ts'
import type { Server } from './server.ts'
import { startServer } from './start.ts'

/**
 * Decides which server a command speaks to: the one that ROSTER_URL names (unless --data asks for a
 * folder); else one of its own on ROSTER_DATABASE_URL; else the one that serves the data folder; else
 * one of its own on that.
 */
export function connector(context: Context): () => Promise<Server> {
  const { config, flags } = context
  if (config.url !== null && flags.data === undefined) {
    const server = remoteServer(context, config.url)
    return () => Promise.resolve(server)
  }
  if (config.databaseUrl !== null) return () => startServer(context)
  return () => serverOfFolder(context)
}

/** Where the server is that has the data folder open in another process, or null. */
export async function serverInFolder({
  config,
  words,
  interrupt,
}: Context): Promise<Address | null> {
  const deadline = performance.now() + patience
  for (;;) {
    const claim = await claimFolder(config.data)
    if (claim.heldBy === null) {
      await claim.release()
      return null
    }
    const { address } = claim.heldBy
    if (address !== null && (await answers(address, interrupt.signal))) return address
    if (performance.now() > deadline) {
      const title = words.folderSilent(config.data)
      throw new Failure(exitCodes.unexpected, { code: 'folder-held', title })
    }
    await wait(50, undefined, { signal: interrupt.signal })
  }
}

// A first start initialises a database; an end waits for the chunk that is being executed.
const patience = 30_000

function remoteServer({ config, flags, words }: Context, url: string): Server {
  if (config.apiKey === null) throw usageFailure(words.noKey)
  if (flags.as !== undefined || flags.company !== undefined) throw usageFailure(words.keyIsSomebody)
  return { url, key: config.apiKey, kind: 'remote', ...nothingToEnd }
}

// It belongs to another process, which delivers its mails.
const nothingToEnd = { settled: () => Promise.resolve(), close: () => Promise.resolve() }

async function serverOfFolder(context: Context): Promise<Server> {
  for (let attempt = 0; ; attempt++) {
    const address = await serverInFolder(context)
    if (address !== null) return { ...address, kind: 'folder', ...nothingToEnd }
    try {
      return await startServer(context)
    } catch (error) {
      // Another process took the folder in the meantime, and will serve us.
      if (attempt > 5 || !isFolderHeld(error)) throw error
    }
  }
}

/** Did a server not start because another process has the data folder open? */
export function isFolderHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'folder-held'
}

// One that is about to end is as good as gone: its folder is free in a moment.
async function answers({ url, key }: Address, signal: AbortSignal): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${key}` }
    const asked = { method: 'GET', headers, body: null, signal } as const
    const reply = await send(new URL(`${url}/ready`), asked)
    reply.destroy()
    return reply.statusCode === 200
  } catch (error) {
    if (error instanceof ServerGone) return false
    throw error
  }
}
