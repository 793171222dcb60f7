import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ServerRole } from '../../src/domain/server-role.ts'
import type { Batch } from '../../src/http/contract/batch.ts'
import { toBeEnded } from '../ending.ts'

/** `roster serve`, as people start it, on a database. */
export interface RosterProcess extends AsyncDisposable {
  readonly url: string
  /** Asks the API, and answers the batch that it answers. */
  ask(key: string, route: string, init?: RequestInit): Promise<Batch>
  /** The most that the process ever had in memory, in MB (10^6 bytes). */
  peakMegabytes(): number
}

/** @param env ROSTER_… variables beside those of the database and the port */
export async function startRoster(
  databaseUrl: string,
  role: ServerRole = 'all',
  env: Readonly<Record<string, string>> = {},
): Promise<RosterProcess> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-bench-'))
  await chmod(folder, 0o755)
  const child = spawn(process.execPath, [program, 'serve', '--json', '--role', role], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      ROSTER_DATABASE_URL: databaseUrl,
      ROSTER_DATA: path.join(folder, 'data'),
      ROSTER_SECRET: 'the same for all servers, of course',
      ROSTER_PORT: '0',
      ROSTER_CONFIRM_MAILS: '1000000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const gone = once(child, 'exit')
  const ended = toBeEnded(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await gone
    await rm(folder, { recursive: true, force: true })
  })
  const url = await addressOf(child.stdout)
  if (url === null) throw new Error(`The server ended before it served: ${said}`)
  return {
    url,
    async ask(key, route, init = {}) {
      const answer = await fetch(`${url}/api/v1${route}`, {
        ...init,
        headers: { ...headersOf(init), authorization: `Bearer ${key}` },
      })
      if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`)
      return (await answer.json()) as Batch
    },
    peakMegabytes: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return (Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1]) * 1_024) / 1e6
    },
    ...ended,
  }
}

const program = fileURLToPath(new URL('../../bin/roster.js', import.meta.url))

function headersOf({ headers }: RequestInit): Readonly<Record<string, string>> {
  return Object.fromEntries(new Headers(headers))
}

async function addressOf(out: NodeJS.ReadableStream): Promise<string | null> {
  let document = ''
  for await (const line of createInterface(out)) {
    document += line
    if (line !== '}') continue
    const { url } = JSON.parse(document) as { readonly url: string }
    return url.replace('localhost', '127.0.0.1')
  }
  return null
}
