import { connectionTo } from './connect.ts'
import type { Answering } from './launch-server.ts'
import { runningPostmaster } from './postmaster.ts'
import type { ServerHome } from './server-home.ts'
import { adoptedProcess, stopProcess } from './server-process.ts'
import { waitUntilReady } from './wait-until-ready.ts'

/**
 * Takes up the server that a killed Roster left running on this home, or answers null when there is
 * none: one that is ending is waited for, one that does not let us in is stopped.
 */
export async function adoptServer(home: ServerHome, password: string): Promise<Answering | null> {
  const found = await runningPostmaster(home.cluster)
  if (found === null) return null
  const server = adoptedProcess(found.pid)
  if (server === null) return null
  const connection = connectionTo(found, password)
  const { state } = await waitUntilReady(server, connection)
  if (state === 'ready') return { server, connection }
  await stopProcess(server)
  return null
}
