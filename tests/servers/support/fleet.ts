import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createKey } from '../../../src/access/create-key.ts'
import { connect } from '../../../src/directory/connect.ts'
import type { Db } from '../../../src/directory/schema.ts'
import type { ServerRole } from '../../../src/domain/server-role.ts'
import { bin } from '../../cli/support/roster.ts'
import { addCompany, type TestCompany } from '../../support/company.ts'
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../../support/database.ts'

/** Real processes that share a database. */
export interface Fleet extends AsyncDisposable {
  readonly db: Db
  readonly database: Pick<TestDatabase, 'url' | 'pool'>
  /** Starts `roster serve`, and returns when it has said where it is. */
  start(options?: ServerOptions): Promise<ServerProcess>
  /** Without an answer: for servers that are not meant to come up. */
  launch(options?: ServerOptions): Launched
  addCompany(name: string): Promise<FleetCompany>
}

export interface ServerOptions {
  readonly role?: ServerRole
  readonly env?: Readonly<Record<string, string>>
  /** Another version of the program. */
  readonly program?: string
}

export type FleetCompany = Pick<TestCompany, 'db' | 'id' | 'admin' | 'addRoom' | 'addUser'> & {
  /** Of its administrator. */
  readonly key: string
}

interface Launched {
  readonly pid: number
  readonly ended: Promise<{ readonly exit: number | null; readonly signal: string | null }>
  /** Answers when it has said where it is; never, if it does not. */
  readonly isServing: Promise<'serving'>
  signal(name: NodeJS.Signals): void
  out(): string
  err(): string
}

export interface ServerProcess extends Launched {
  readonly url: string
  /** Asks the API on behalf of a company's administrator. */
  ask(company: Pick<FleetCompany, 'key'>, path: string, init?: RequestInit): Promise<Response>
  /** What `/metrics` says of one figure. */
  figure(name: string): Promise<number>
}

const metricsToken = 'a-token-for-the-metrics'

/** @param database `empty`: without any table, for versions that are older than those of the template */
export async function startFleet(database: 'migrated' | 'empty' = 'migrated'): Promise<Fleet> {
  const place = await (database === 'empty' ? createEmptyDatabase() : createDatabase())
  const db = connect(place.pool)
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-servers-'))
  await chmod(folder, 0o755)
  const launched: Launched[] = []
  const launch = (options: ServerOptions = {}) => {
    const server = launchServer({ databaseUrl: place.url, folder, ...options })
    launched.push(server)
    return server
  }
  return {
    db,
    database: place,
    launch,
    start: (options) => serving(launch(options)),
    async addCompany(name) {
      const company = await addCompany(db, name)
      const owner = { companyId: company.id, userId: company.admin.userId, name: 'test' }
      return { ...company, db, key: (await createKey(db, { ...owner, now: new Date() })).key }
    },
    async [Symbol.asyncDispose]() {
      for (const server of launched) server.signal('SIGKILL')
      await Promise.all(launched.map(({ ended }) => ended))
      await place.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Launch extends ServerOptions {
  readonly databaseUrl: string
  readonly folder: string
}

function launchServer({ databaseUrl, folder, role, env, program = bin }: Launch): Launched {
  const roles = role === undefined ? [] : ['--role', role]
  const child = spawn(process.execPath, [program, 'serve', '--json', ...roles], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      ROSTER_DATABASE_URL: databaseUrl,
      ROSTER_SECRET: 'the same for all servers, of course',
      ROSTER_PORT: '0',
      ROSTER_METRICS_TOKEN: metricsToken,
      ...env,
    },
  })
  let [out, err] = ['', '']
  const isServing = new Promise<'serving'>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (/"url".*\n\}/su.test(out)) resolve('serving')
    })
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = new Promise<{ exit: number | null; signal: string | null }>((resolve) => {
    child.once('close', (exit, signal) => resolve({ exit, signal }))
  })
  return {
    pid: child.pid ?? 0,
    ended,
    isServing,
    signal: (name) => void child.kill(name),
    out: () => out,
    err: () => err,
  }
}

async function serving(server: Launched): Promise<ServerProcess> {
  const { url } = JSON.parse(await firstDocument(server)) as { readonly url: string }
  const address = url.replace('localhost', '127.0.0.1')
  return {
    ...server,
    url: address,
    ask: ({ key }, route, init = {}) =>
      fetch(`${address}/api/v1${route}`, {
        ...init,
        headers: { ...headersOf(init), authorization: `Bearer ${key}` },
      }),
    async figure(name) {
      const headers = { authorization: `Bearer ${metricsToken}` }
      const text = await (await fetch(`${address}/metrics`, { headers })).text()
      return Number(new RegExp(`^${name} (?<value>.*)$`, 'mu').exec(text)?.groups?.['value'])
    },
  }
}

function headersOf({ headers }: RequestInit): Readonly<Record<string, string>> {
  return Object.fromEntries(new Headers(headers))
}

async function firstDocument(server: Launched): Promise<string> {
  const hasEnded = server.ended.then(() => 'ended' as const)
  if ((await Promise.race([hasEnded, server.isServing])) === 'ended')
    throw new Error(`The server ended: ${server.err()}`)
  return server.out()
}
