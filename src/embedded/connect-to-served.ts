import { realpath } from 'node:fs/promises'
import { tryToConnect, connectionTo, type Connection } from './connect.ts'
import { databasePassword } from './database-password.ts'
import { runningPostmaster } from './postmaster.ts'
import { serverHome } from './server-home.ts'

/**
 * The way into the database of a data folder that another process serves, for whoever may read the folder; null where
 * it does not answer (just now), or runs where this process cannot see it, such as in another container.
 */
export async function connectToServed(folder: string): Promise<Connection | null> {
  const real = await realpath(folder)
  const { cluster } = await serverHome(real, () => {})
  const found = await runningPostmaster(cluster)
  if (found === null) return null
  const connection = connectionTo(found, await databasePassword(real))
  const { state } = await tryToConnect(connection)
  return state === 'ready' ? connection : null
}
