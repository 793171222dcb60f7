import type pg from 'pg'
import { claimFolder } from './claim-folder.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.ts'

/** The database that the program uses. */
export interface OpenDatabase {
  readonly connection: pg.PoolConfig
  /** Nobody but this process uses it. */
  readonly isExclusive: boolean
  /** Tells others who ask for the data folder where its server is. */
  publish(address: { readonly url: string; readonly key: string }): Promise<void>
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly dataFolder: string
  /** Null: the embedded one in the data folder. */
  readonly databaseUrl: string | null
  readonly say: (sentence: string) => void
}

/** Another Roster serves the data folder. */
class FolderHeldError extends Error {
  override readonly name = 'FolderHeldError'
  readonly code = 'folder-held'
}

/** @throws FolderHeldError, EmbeddedError */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl } = options
  if (databaseUrl === null) return await openEmbedded(options)
  return {
    connection: { connectionString: databaseUrl },
    isExclusive: false,
    publish: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

async function openEmbedded({ dataFolder, say }: DatabaseOptions): Promise<OpenDatabase> {
  const claim = await claimFolder(dataFolder)
  if (claim.heldBy !== null) {
    throw new FolderHeldError(
      `The data folder ${dataFolder} is being served by another Roster (process ${claim.heldBy.pid}). ` +
        'Stop that one, or choose another folder with --data.',
    )
  }
  try {
    const keeper = await keepRunning(claim.folder, say)
    return {
      connection: keeper.connection,
      isExclusive: true,
      publish: (address) => claim.publish(address),
      async close() {
        await keeper.stop()
        await claim.release()
      },
    }
  } catch (error) {
    await claim.release()
    throw error
  }
}

/** Starts the embedded PostgreSQL, and starts it again whenever it dies by itself. */
async function keepRunning(
  folder: string,
  say: (sentence: string) => void,
): Promise<Pick<EmbeddedPostgres, 'connection' | 'stop'>> {
  let server = await startEmbeddedPostgres({ folder, say })
  let starting: Promise<void> | undefined
  const { connection } = server

  async function startAgain(reason: string): Promise<void> {
    say(`${reason} It is started again.`)
    server = await startEmbeddedPostgres({ folder, say })
    void watch()
  }

  async function watch(): Promise<void> {
    const end = await server.exited
    if (end.state === 'stopped') return
    starting = startAgain(end.reason)
    try {
      await starting
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }

  void watch()
  return {
    connection,
    async stop() {
      await starting?.catch(() => undefined)
      await server.stop()
    },
  }
}
