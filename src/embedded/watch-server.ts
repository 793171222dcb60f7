import type { Answering } from './launch-server.ts'
import { forgetAddress } from './server-address.ts'
import type { ServerHome } from './server-home.ts'
import type { ServerLog } from './server-log.ts'
import { stopProcess } from './server-process.ts'
import type { EmbeddedPostgres, ServerEnd } from './start-embedded-postgres.ts'

export interface Watched extends Answering {
  readonly home: ServerHome
  readonly log: ServerLog
}

/** A running server as its users see it: how to connect, how it ended, and how to stop it. */
export function watchServer({ server, connection, home, log }: Watched): EmbeddedPostgres {
  let stopping: Promise<void> | null = null
  const bounding = setInterval(() => log.bound(), 10_000)
  bounding.unref()

  const exited = server.exited.then((how): ServerEnd => {
    clearInterval(bounding)
    if (stopping !== null) return { state: 'stopped' }
    return {
      state: 'died',
      reason: `PostgreSQL is gone${how === null ? '' : `: ${how}`}. Its log is ${log.file}.`,
    }
  })

  async function stop(): Promise<void> {
    await stopProcess(server)
    await forgetAddress(connection.host)
  }
  return {
    connection,
    folder: home.folder,
    exited,
    stop: () => (stopping ??= server.isAlive() ? stop() : Promise.resolve()),
  }
}
