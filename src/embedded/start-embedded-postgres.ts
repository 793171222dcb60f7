import path from 'node:path'
import { adoptServer } from './adopt-server.ts'
import type { Connection } from './connect.ts'
import { databasePassword } from './database-password.ts'
import { findProgram } from './find-program.ts'
import { initialiseCluster } from './initialise-cluster.ts'
import { launchServer } from './launch-server.ts'
import { explainFolderError, prepareFolder } from './prepare-folder.ts'
import { serverHome } from './server-home.ts'
import { serverLog } from './server-log.ts'
import { watchServer } from './watch-server.ts'

export interface EmbeddedPostgres {
  readonly connection: Connection
  /** Where PostgreSQL keeps its files: the data folder, or the other one that `say` named. */
  readonly folder: string
  /** Resolves when the server has ended: with `stop`, or on its own, whose reason may interest. */
  readonly exited: Promise<ServerEnd>
  /** Lets transactions end at once, waits for what is on its way to the disk, and returns when the server is gone. */
  stop(): Promise<void>
}

export type ServerEnd =
  | { readonly state: 'stopped' }
  /** Everything that was committed is there again after the next start. */
  | { readonly state: 'died'; readonly reason: string }

export interface EmbeddedOptions {
  /** The data folder, which the caller has claimed (`claimFolder`). */
  readonly folder: string
  /** Takes what a person should know, sentence by sentence. */
  readonly say: (sentence: string) => void
  /** False for tests only: faster, survives every kill, but no power cut. */
  readonly durable?: boolean
}

/**
 * Starts the PostgreSQL that comes with Roster on a data folder, or takes up the one that a killed
 * Roster left running there. Nobody but the user who runs Roster (and root) can connect.
 *
 * @throws EmbeddedError with a sentence that says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataFolder = await prepareFolder(options.folder)
  try {
    return await start(dataFolder, options)
  } catch (error) {
    throw await explainFolderError(dataFolder, error)
  }
}

async function start(
  dataFolder: string,
  { say, durable = true }: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
  const home = await serverHome(dataFolder, say)
  const password = await databasePassword(dataFolder)
  const log = serverLog(path.join(dataFolder, 'postgres.log'))

  const adopted = await adoptServer(home, password)
  if (adopted !== null) return watchServer({ ...adopted, home, log })

  const program = await findProgram(home)
  await initialiseCluster(home, program, { password, durable })
  const started = await launchServer({ home, program, log, durable, password, say })
  return watchServer({ ...started, home, log })
}
