import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { PostgresProgram } from './find-programs.ts'
import { freePort } from './free-port.ts'
import { descendantsOf, signalAll, untilGone } from './processes.ts'

/** A PostgreSQL that can be treated badly. */
export interface Database {
  readonly url: string
  readonly port: number
  readonly isUp: boolean
  /** Starts it, and answers when it takes connections. */
  start(): Promise<void>
  /** SIGKILL, for the postmaster alone, whose children notice, or for all at once, as when the power goes. */
  kill(whom: 'postmaster' | 'all'): Promise<void>
  /** SIGKILL for one of the processes that serve a connection: the server starts itself anew. */
  killOneConnection(choose: (pids: readonly number[]) => number): Promise<boolean>
  /** Nothing of it moves until it is thawed, or killed. */
  freeze(): void
  /** As an operator ends it. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly cluster: string
  readonly program: PostgresProgram
  readonly env?: Readonly<Record<string, string>>
}

/** Of the one account; the server listens on the loopback only. */
export const password = 'chaos-of-tests'

/** Prepares a database on a port that stays its own; it is started by `start`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { cluster } = options
  const port = await freePort()
  const url = `postgres://roster:${password}@127.0.0.1:${port}/postgres`
  let server: ChildProcess | null = null
  const alive = () => (server?.exitCode === null && server.signalCode === null ? server : null)
  const pids = () => {
    const pid = alive()?.pid
    return pid === undefined ? [] : [pid, ...descendantsOf(pid)]
  }
  return {
    url,
    port,
    get isUp() {
      return alive() !== null
    },
    async start() {
      for (let tries = 1; ; tries++) {
        server = alive() ?? run(options, port)
        if (await takesConnections(url, server)) return
        // The memory of the one before is still in use until its last child has ended.
        if (tries === 20) throw new Error(`PostgreSQL does not start: ${cluster}.log says why.`)
        await rm(path.join(cluster, 'postmaster.pid'), { force: true })
        await delay(250)
      }
    },
    async kill(whom) {
      const all = pids()
      signalAll(whom === 'all' ? all : all.slice(0, 1), 'SIGKILL')
      await untilGone(all)
    },
    async killOneConnection(choose) {
      const serving = await connectionsOf(url)
      if (serving.length === 0) return false
      signalAll([choose(serving)], 'SIGKILL')
      return true
    },
    freeze: () => signalAll(pids(), 'SIGSTOP'),
    async close() {
      const ending = alive()
      if (ending === null) return
      const all = pids()
      ending.kill('SIGINT')
      const patience = setTimeout(() => signalAll(all, 'SIGKILL'), 20_000)
      await untilGone(all)
      clearTimeout(patience)
    },
  }
}

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  // Here the kills matter: what is acknowledged must be on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '32MB',
  max_wal_size: '48MB',
  min_wal_size: '8MB',
  jit: 'off',
  log_min_messages: 'warning',
}

function run({ cluster, program, env = {} }: DatabaseOptions, port: number): ChildProcess {
  const { user, postgres } = program
  const given = Object.entries({ ...settings, port: `${port}` }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server = spawn(postgres, ['-D', cluster, ...given], {
    cwd: '/',
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  })
  const log = createWriteStream(`${cluster}.log`, { flags: 'a' })
  // Where the disk is full, so it is for the log.
  log.on('error', () => {})
  server.stdout.pipe(log, { end: false })
  server.stderr.pipe(log, { end: false })
  server.once('close', () => log.end())
  return server
}

async function takesConnections(url: string, server: ChildProcess): Promise<boolean> {
  const ended = once(server, 'exit').then(() => true)
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null || server.signalCode !== null) return false
    if ((await connectionsOf(url).catch(() => null)) !== null) return true
    if (await Promise.race([ended, delay(50).then(() => false)])) return false
  }
  return false
}

async function connectionsOf(url: string): Promise<readonly number[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rows.map(({ pid }) => pid)
  } finally {
    await client.end().catch(() => undefined)
  }
}
