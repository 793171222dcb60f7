import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bin } from '../../cli/support/roster.ts'

/** `roster demo` or `roster serve`, as people start it, on a data folder of its own. */
export interface RosterServer {
  readonly url: string
  /** Asks the API as whoever owns the data folder. */
  ask(path: string, body?: unknown): Promise<unknown>
  /** As a power cut would: nothing is said, nothing is finished. */
  kill(): Promise<void>
  /** Starts it anew on the same folder, at the same address. */
  restart(): Promise<void>
  end(): Promise<void>
}

/** @param settings ROSTER_… variables beside those of the folder and the port */
export async function startRoster(
  command: 'demo' | 'serve',
  settings: Settings = {},
): Promise<RosterServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-e2e-'))
  // Whoever runs the database for root must get through to it.
  await chmod(folder, 0o755)
  let running = await start(folder, command, { ...settings, ROSTER_PORT: '0' })
  const { url } = running
  const stop = async (signal: NodeJS.Signals) => {
    const gone = once(running.child, 'exit')
    running.child.kill(signal)
    await gone
  }
  return {
    url,
    async ask(path, body) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${await folderKey(folder)}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      return await answer.json()
    },
    kill: () => stop('SIGKILL'),
    async restart() {
      running = await start(folder, command, { ...settings, ROSTER_PORT: new URL(url).port })
    },
    async end() {
      if (running.child.exitCode === null && running.child.signalCode === null)
        await stop('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Settings = Readonly<Record<`ROSTER_${string}`, string>>

/** The environment without what somebody set for a server of theirs. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const all = Object.entries(process.env)
  return Object.fromEntries(all.filter(([name]) => !name.startsWith('ROSTER_')))
}

async function start(
  folder: string,
  command: string,
  settings: Settings,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [bin, command, '--json'], {
    env: { ...ownEnvironment(), ROSTER_DATA: path.join(folder, 'data'), ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let document = ''
  for await (const line of createInterface(child.stdout)) {
    document += line
    if (line === '}') return { child, url: (JSON.parse(document) as { url: string }).url }
  }
  throw new Error(`roster ${command} ended before it served.`)
}

/** The key that a running server leaves in its data folder for whoever may read it. */
async function folderKey(folder: string): Promise<string> {
  const data = path.join(folder, 'data')
  for (const name of await readdir(data)) {
    if (!name.startsWith('claim-')) continue
    const { address } = JSON.parse(await readFile(path.join(data, name), 'utf8')) as {
      address: { key: string } | null
    }
    if (address !== null) return address.key
  }
  throw new Error('No server has published a key.')
}
