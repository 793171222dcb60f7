import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ServerRole } from '../../../src/domain/server-role.ts'
import { freePort } from './free-port.ts'

/** A Roster in a process of its own, as an operator runs it. */
export interface Server {
  readonly name: string
  readonly url: string
  readonly role: ServerRole
  readonly state: 'down' | 'starting' | 'up' | 'hung'
  /** Starts it, and answers when it is ready. */
  start(): Promise<void>
  /** SIGKILL. */
  kill(): Promise<void>
  /** SIGSTOP: it hangs, and notices nothing. */
  hang(): void
  goOn(): void
  /** SIGTERM. @returns the exit code; null when it had to be killed after all */
  end(): Promise<number | null>
}

export interface ServerOptions {
  readonly name: string
  readonly role: ServerRole
  readonly databaseUrl: string
  readonly smtpUrl: string
  /** For its data folder and its log. */
  readonly folder: string
  /** Rows of a chunk; null: as many as for everybody. */
  readonly chunkSize: number | null
  /** A file that says by how many milliseconds its clock is wrong. */
  readonly clock: string
}

/** The installation's key: the same for all servers. */
const secret = 'c4a05'.repeat(13).slice(0, 64)

const program = fileURLToPath(new URL('../../../bin/roster.js', import.meta.url))
const preload = (name: string) => new URL(`../preload/${name}`, import.meta.url).href

/** Prepares a server on a port that stays its own; it is started by `start`. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let state: Server['state'] = 'down'
  return {
    name: options.name,
    role: options.role,
    url,
    get state() {
      return state
    },
    async start() {
      const started = (child = run(options, port))
      state = 'starting'
      started.once('exit', () => {
        if (child === started) state = 'down'
      })
      while (!gone(started) && !(await isReady(url))) await delay(50)
      if (!gone(started) && child === started && state === 'starting') state = 'up'
    },
    async kill() {
      await killed(child)
      state = 'down'
    },
    hang() {
      child?.kill('SIGSTOP')
      state = 'hung'
    },
    goOn() {
      child?.kill('SIGCONT')
      if (state === 'hung') state = 'up'
    },
    async end() {
      const ending = child
      if (ending === null || gone(ending)) return 0
      const ended = new Promise<number | null>((resolve) => {
        ending.once('exit', (code) => resolve(code))
      })
      ending.kill('SIGTERM')
      const late = new AbortController()
      const code = await Promise.race([
        ended,
        delay(45_000, null, { signal: late.signal }).catch(() => null),
      ])
      late.abort()
      await killed(ending)
      state = 'down'
      return code
    },
  }
}

function gone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

async function killed(child: ChildProcess | null): Promise<void> {
  if (child === null || gone(child)) return
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  child.kill('SIGKILL')
  await ended
}

function run(options: ServerOptions, port: number): ChildProcess {
  const { name, role, folder, databaseUrl, smtpUrl, chunkSize, clock } = options
  const child = spawn(process.execPath, [program, 'serve', '--role', role], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      // The program as it is, but for its clock and its chunks.
      NODE_OPTIONS: `--import=${preload('wrong-clock.ts')} --import=${preload('small-chunks.ts')}`,
      CHAOS_CLOCK: clock,
      ...(chunkSize !== null && { CHAOS_CHUNK_SIZE: `${chunkSize}` }),
      ROSTER_DATA: `${folder}/${name}`,
      ROSTER_DATABASE_URL: databaseUrl,
      ROSTER_SMTP_URL: smtpUrl,
      ROSTER_MAIL_FROM: 'Roster <roster@example.org>',
      ROSTER_PUBLIC_URL: 'https://roster.example.org',
      ROSTER_SECRET: secret,
      ROSTER_PORT: `${port}`,
      ROSTER_CONNECTIONS: '12',
      ROSTER_CONFIRM_DELETIONS: '100',
      ROSTER_CONFIRM_MAILS: '1000000',
    },
  })
  const log = createWriteStream(`${folder}/${name}.log`, { flags: 'a' })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  child.once('close', () => log.end())
  return child
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
