import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Pool, type QueryResultRow } from 'pg'
import { setTimeout as delay } from 'node:timers/promises'
import type { Journal } from '../journal.ts'
import type { Random } from '../random.ts'
import { openDatabase, type Database } from './database.ts'
import type { PostgresProgram } from './find-programs.ts'
import { openMailServer, type MailServer } from './mail-server.ts'
import { copyCluster } from './make-cluster.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { openProxy, type Proxy } from './proxy.ts'
import { openServer, type Server } from './server.ts'

/** All that takes part in a round: servers, their database, the wire between them, a mail server. */
export interface Stage extends AsyncDisposable {
  readonly folder: string
  readonly cluster: string
  readonly journal: Journal
  readonly random: Random
  readonly database: Database
  readonly proxy: Proxy
  readonly servers: readonly Server[]
  readonly mailServer: MailServer
  readonly disk: SmallDisk | null
  /** Asks the database directly, again and again while it is away. */
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  readonly pool: Pool
  /** Sets the clocks of the servers wrong by so many milliseconds, and the database's, where that can be had. */
  setClocks(wrongBy: number, ofDatabase?: boolean): Promise<void>
  /** When something was last done to it that an execution must recover from, by the journal's time. */
  disturbedAt: number
}

export interface StageOptions {
  /** Of this round alone; others can enter it. */
  readonly folder: string
  /** The folder of a database with all tables, ended in order. */
  readonly template: string
  readonly program: PostgresProgram
  readonly journal: Journal
  readonly random: Random
  readonly chunkSize: number | null
  /** The database lies on a disk that can be filled. */
  readonly onSmallDisk: boolean
  /** For the database's process: a library that sets its clock wrong. */
  readonly databaseEnv: Readonly<Record<string, string>>
}

/** Starts everything, and answers when all servers are ready. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { folder, template, program, journal, random, chunkSize } = options
  const disk = options.onSmallDisk ? await mountSmallDisk(folder, program.user) : null
  const cluster = path.join(disk?.folder ?? folder, 'cluster')
  await copyCluster(template, cluster)
  const database = await openDatabase({ cluster, program, env: options.databaseEnv })
  await database.start()
  const proxy = await openProxy(database.port)
  const mailServer = await openMailServer(folder)
  await mailServer.start()
  const clock = path.join(folder, 'clock')
  await writeFile(clock, '0')
  const through = new URL(database.url)
  through.port = `${proxy.port}`
  const roles = random.pick([
    ['all', 'all'],
    ['web', 'worker'],
    ['all', 'worker'],
    ['all', 'all', 'all'],
    ['web', 'worker', 'worker'],
  ] as const)
  await mkdir(path.join(folder, 'servers'))
  const servers = await Promise.all(
    roles.map((role, n) =>
      openServer({
        name: `${role}-${n + 1}`,
        role,
        databaseUrl: through.href,
        smtpUrl: mailServer.url,
        folder: path.join(folder, 'servers'),
        chunkSize,
        clock,
      }),
    ),
  )
  await Promise.all(servers.map((server) => server.start()))
  journal.note(
    `PostgreSQL ${program.major}, ${roles.join(' and ')}, chunks of ${chunkSize ?? 5_000}`,
  )
  const pool = new Pool({ connectionString: database.url, max: 4, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    folder,
    cluster,
    journal,
    random,
    database,
    proxy,
    servers,
    mailServer,
    disk,
    pool,
    disturbedAt: 0,
    query: (text, values = []) => queryAtLast(pool, text, values),
    async setClocks(wrongBy, ofDatabase = false) {
      await writeFile(clock, `${wrongBy}`)
      const seconds = Math.round(wrongBy / 1_000)
      if (ofDatabase) await writeFile(databaseClock(folder), `${seconds < 0 ? '' : '+'}${seconds}`)
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map((server) => server.kill()))
      await mailServer.kill()
      await proxy.close()
      await pool.end().catch(() => undefined)
      await database.kill('all')
      disk?.unmount()
    },
  }
}

/** The file that says how wrong the database's clock is, in seconds. */
export function databaseClock(folder: string): string {
  return path.join(folder, 'database-clock')
}

async function queryAtLast<Row extends QueryResultRow>(
  pool: Pool,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  for (let tries = 1; ; tries++) {
    try {
      return (await pool.query<Row>(text, [...values])).rows
    } catch (error) {
      const isOurs = /syntax|does not exist|invalid input/i.test(String(error))
      if (isOurs || tries === 300) throw error
      await delay(200)
    }
  }
}
