import { closeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { connectionTo } from './connect.ts'
import type { Connection } from './connect.ts'
import { renewPassword } from './database-password.ts'
import { endLeftovers } from './end-leftovers.ts'
import { explainFailure } from './explain-failure.ts'
import type { Program } from './find-program.ts'
import { disownPidFile } from './postmaster.ts'
import { runProgram } from './run-program.ts'
import { forgetAddress, serverAddress } from './server-address.ts'
import type { ServerHome } from './server-home.ts'
import type { ServerLog } from './server-log.ts'
import { childProcess, stopProcess } from './server-process.ts'
import type { ServerProcess } from './server-process.ts'
import { serverSettings } from './server-settings.ts'
import { waitUntilReady } from './wait-until-ready.ts'

/** A server, and the connection by which it was found to answer. */
export interface Answering {
  readonly server: ServerProcess
  readonly connection: Connection
}

export interface Launch {
  readonly home: ServerHome
  readonly program: Program
  readonly log: ServerLog
  readonly password: string
  readonly durable: boolean
  readonly say: (sentence: string) => void
}

// A killed server's last processes, which may still be writing, or somebody who took our port in between.
const passing = /pre-existing shared memory block|lock file ".*" already exists|could not bind/u
const patience = 10_000

/**
 * Starts a server on a home on which none runs, and returns when it answers.
 *
 * @throws EmbeddedError `no-space`, `cannot-run`, `did-not-start`
 */
export async function launchServer(launch: Launch): Promise<Answering> {
  const deadline = performance.now() + patience
  let renewed = false
  for (;;) {
    const outcome = await launchOnce(launch)
    if (outcome.state === 'answers') return outcome.answering
    if (outcome.state === 'locked-out' && !renewed) {
      renewed = true
      await renewPassword(launch.home, launch.program, launch.password)
      continue
    }
    if (!passing.test(outcome.said) || performance.now() > deadline) {
      const advice = `Its log is ${launch.log.file}.`
      throw await explainFailure(launch.home, outcome.said, advice)
    }
    await endLeftovers(launch.home.cluster)
    await wait(200)
  }
}

type Outcome =
  | { readonly state: 'answers'; readonly answering: Answering }
  | { readonly state: 'failed' | 'locked-out'; readonly said: string }

async function launchOnce({
  home,
  program,
  log,
  password,
  durable,
  say,
}: Launch): Promise<Outcome> {
  await disownPidFile(home)
  const address = await serverAddress(home)
  const settings = Object.entries(serverSettings(address, durable))
  const server = await spawnServer(home, log, [
    program.postgres,
    `-D${home.cluster}`,
    ...settings.map(([name, value]) => `--${name}=${value}`),
  ])
  const connection = connectionTo(address, password)
  const readiness = await waitUntilReady(server, connection, () => {
    say(
      'The database takes up what was unfinished when it was interrupted; this may take a minute.',
    )
  })
  if (readiness.state === 'ready') return { state: 'answers', answering: { server, connection } }
  await stopProcess(server)
  await forgetAddress(address.host)
  if (readiness.state === 'ended') return { state: 'failed', said: log.latest() }
  const said = `FATAL:  ${readiness.reason}`
  return { state: readiness.state === 'locked-out' ? 'locked-out' : 'failed', said }
}

async function spawnServer(
  home: ServerHome,
  log: ServerLog,
  [file = '', ...args]: readonly string[],
): Promise<ServerProcess> {
  const output = log.open()
  try {
    const { user } = home
    return await childProcess(
      runProgram(file, args, { user, stdio: ['ignore', output, output], detached: true }),
    )
  } finally {
    closeSync(output)
  }
}
