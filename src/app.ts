import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }
import type pg from 'pg'
import type { Logger } from 'pino'
import { createSingleSignOn, type SingleSignOn } from './access/single-sign-on/single-sign-on.ts'
import { ConfigError } from './config/config-error.ts'
import type { Config } from './config/config.ts'
import { connect } from './directory/connect.ts'
import { createLinks } from './directory/links.ts'
import { migrate } from './directory/migrate.ts'
import { openPool } from './directory/open-pool.ts'
import { ownDatabase } from './directory/own-database.ts'
import { createSealer } from './directory/sealer.ts'
import type { ServerRole } from './domain/server-role.ts'
import { installationKey } from './embedded/installation-key.ts'
import { keyOfSecret } from './embedded/key-of-secret.ts'
import { startEngine } from './execute/engine.ts'
import { loggable } from './http/errors/loggable.ts'
import { isLoopback } from './http/is-loopback.ts'
import { createServer } from './http/server.ts'
import { deliverMails } from './mail/deliver.ts'
import { readMailbox } from './mail/read-mailbox.ts'
import { createSmtpTransport } from './mail/smtp-transport.ts'
import { openDatabase } from './embedded/open-database.ts'
import { clearPast } from './privacy/clear-past.ts'

export interface AppOptions {
  readonly config: Config
  readonly dataFolder: string
  /** Null: the embedded database in the data folder. */
  readonly databaseUrl: string | null
  /** 0: any free one. */
  readonly port: number
  readonly host: string
  /** What this server does of all there is to do; on the embedded database it does all. */
  readonly role: ServerRole
  /** Lets everybody on this machine into the example company without a key; only where nobody else can reach it. */
  readonly example: boolean
  readonly log: Logger
  /** Takes what a person should know about the start, sentence by sentence. */
  readonly say: (sentence: string) => void
}

/** The running program. */
export interface App {
  /** For people: `http://localhost:PORT`. */
  readonly url: string
  /** For programs on this machine: a name could be resolved to what somebody else listens at. */
  readonly address: string
  /** Opens the API for whoever may read the data folder. */
  readonly key: string
  /** Answers when the mails that are due have been delivered. */
  settled(): Promise<void>
  /** Puts down batches at the next chunk, and ends requests and the database, in this order. */
  stop(): Promise<void>
}

/**
 * Wires the program and starts it; if a part fails to start, those before it are ended.
 * @throws FolderHeldError when another process serves the data folder; EmbeddedError; MigrationError;
 * WrongKeyError
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, dataFolder, role } = options
  const log = options.log.child({ role }, { serializers: { err: loggable } })
  await using starting = new AsyncDisposableStack()

  const database = await openDatabase(options)
  starting.defer(() => database.close())
  const connections = (max: number, limits: pg.PoolConfig = {}) => {
    const named = { application_name: `roster ${role}`, ...limits }
    const pool = openPool({ ...database.connection, ...named, max }, (error) =>
      log.warn({ err: error }, 'a connection to the database broke'),
    )
    starting.defer(() => pool.end())
    return pool
  }
  // A third for uploads: a large source takes its time to be stored.
  const forUploads = Math.floor(config.connections / 3)
  const forAll = config.connections - forUploads
  const pool = connections(forAll)
  await migrate(pool)
  const db = connect(pool)
  const secret = await secretOf(config, dataFolder)
  await ownDatabase(db, secret)

  const port = options.port === 0 ? await freePort(options.host) : options.port
  // What a command starts for itself has a port of its own; its mails lead to the server to come.
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port === 0 ? port : config.port}`
  const links = createLinks({ publicUrl, key: secret })
  const transport = config.smtpUrl === null ? null : createSmtpTransport(config.smtpUrl)
  starting.defer(() => transport?.close())
  const { mailsPerMinute: perMinute, mailsPerMinuteAndDomain: perMinuteAndDomain } = config
  const pace = { perMinute, perMinuteAndDomain }
  const engine = await startEngine({
    db,
    pool,
    guards: { deletions: config.confirmDeletions, mails: config.confirmMails },
    async deliver(signal) {
      const sender = { from: config.mailFrom, host: new URL(publicUrl).hostname, links }
      const folder = path.join(dataFolder, 'mails')
      const delivery = { db, transport, pace, folder, now, signal, ...sender }
      const { trouble } = await deliverMails(delivery)
      if (trouble !== null) log.warn({ trouble }, 'the mail server could not be used')
    },
    async clearPast(signal) {
      await clearPast({ db, now: now(), keepDays: config.keepDays, signal })
    },
    exclusive: database.isExclusive,
    works: role !== 'web',
    batchesAtOnce: config.batchesAtOnce,
    // Half of the connections stay for requests, whatever was asked for.
    lanes: Math.max(1, Math.min(config.lanes, Math.floor(forAll / (2 * config.batchesAtOnce)))),
    // Each takes three connections, and waits for the third with two in hand.
    verificationsAtOnce: Math.min(3, Math.floor(forAll / 4)),
    onError: (error) => log.error({ err: error }, 'something unexpected happened'),
    onExecution: (what, { id }) => log.info({ batch: id }, `the execution of a batch ${what} here`),
  })
  starting.defer(() => engine.stop())

  const key = randomBytes(32).toString('base64url')
  const ending = new AbortController()
  const server = await createServer({
    role,
    ending: ending.signal,
    db,
    pool,
    // A workbook may take long until its first row is read.
    uploads: connect(connections(forUploads, { idle_in_transaction_session_timeout: 600_000 })),
    engine,
    links,
    sealer: createSealer(secret),
    mailFrom: readMailbox(config.mailFrom),
    sendsMail: transport !== null,
    singleSignOn: singleSignOnOf(config, publicUrl),
    consoleFolder: await builtConsole(),
    log,
    limits: {
      bytes: config.maxBytes,
      rows: config.maxRows,
      columns: config.maxColumns,
      cellLength: config.maxCell,
      unpackedBytes: config.maxUnpacked,
      unpackedRatio: config.maxRatio,
    },
    stalledAfter: config.stalledAfter,
    publicUrl,
    opensExample: options.example && isLoopback(options.host),
    folderKey: key,
    metricsToken: config.metricsToken,
    trustedProxies: config.trustedProxies ?? [],
    version: packageJson.version,
    now,
  })
  starting.defer(() => server.close())
  await server.listen({ port, host: options.host })
  const address = `http://${isEverywhere(options.host) ? '127.0.0.1' : bracketed(options.host)}:${port}`
  await database.publish({ url: address, key })

  const running = starting.move()
  return {
    url: `http://localhost:${port}`,
    address,
    key,
    // Mails that nobody sends become files, for as long as a person likes to wait; the next start goes on.
    settled: () => engine.settled(transport === null ? AbortSignal.timeout(3_000) : undefined),
    async stop() {
      ending.abort()
      // What cannot be put down in order is told when the rest has ended, too.
      await Promise.allSettled([engine.stop(), delay(config.drain * 1_000)])
      await running.disposeAsync()
    },
  }
}

function now(): Date {
  return new Date()
}

/** @throws ConfigError when only half of what the provider gave is known */
function singleSignOnOf(config: Config, publicUrl: string): SingleSignOn | null {
  const { oidcIssuer: issuer, oidcClientId: clientId } = config
  if (issuer === null) return null
  if (clientId === null) {
    const variable = 'ROSTER_OIDC_CLIENT_ID'
    throw new ConfigError(variable, `${variable} must be set where ROSTER_OIDC_ISSUER is.`)
  }
  return createSingleSignOn({
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret,
    name: config.oidcName,
    trustsEmail: config.oidcTrustEmail,
    returnTo: `${publicUrl}/api/v1/single-sign-on/return`,
  })
}

/** Where the set-up has built the console; null where it has not. */
async function builtConsole(): Promise<string | null> {
  const folder = fileURLToPath(new URL('../console/dist', import.meta.url))
  const built = await stat(path.join(folder, 'index.html')).catch(() => null)
  return built === null ? null : folder
}

/** The key of the installation, in hexadecimal. */
async function secretOf({ secret }: Config, dataFolder: string): Promise<string> {
  return secret === null ? await installationKey(dataFolder) : keyOfSecret(secret)
}

async function freePort(host: string): Promise<number> {
  const probe = net.createServer().listen(0, host)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
