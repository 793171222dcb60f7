import type pg from 'pg'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { SingleSignOn } from '../access/single-sign-on/single-sign-on.ts'
import type { Links } from '../directory/links.ts'
import type { Sealer } from '../directory/sealer.ts'
import type { Db } from '../directory/schema.ts'
import type { Engine } from '../execute/engine.ts'
import type { Mailbox } from '../mail/read-mailbox.ts'
import type { ServerRole } from '../domain/server-role.ts'
import type { SourceLimits } from '../domain/source-limits.ts'

/** What the server is made of; whoever makes it closes them. */
export interface Services {
  /** What this server does of all there is to do; all of it unless given. */
  readonly role?: ServerRole
  /** Says that the server is about to end, while it still answers. */
  readonly ending?: AbortSignal
  readonly db: Db
  /** The connections behind it. */
  readonly pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>
  /** A few connections of their own: a large source takes its time to be stored, and shall keep nobody else waiting. */
  readonly uploads: Db
  readonly engine: Engine
  readonly links: Links
  readonly sealer: Sealer
  /** Who mails are from; without a name they bear the company’s. */
  readonly mailFrom: Mailbox
  /** A mail server is configured: what is queued reaches people. */
  readonly sendsMail: boolean
  /** The provider with which people sign in; null: there is none. */
  readonly singleSignOn: SingleSignOn | null
  /** Where the built console lies; null: it was not built, and a plain page stands in its place. */
  readonly consoleFolder: string | null
  readonly log: FastifyBaseLogger
  readonly limits: SourceLimits
  /** How many seconds a request has for its next few kilobytes. */
  readonly stalledAfter: number
  /** Where people reach the server from outside. */
  readonly publicUrl: string
  /** The example company lets in who reaches the server on this machine, without a key. */
  readonly opensExample: boolean
  /** The secret in the data folder that opens everything; null where there is no folder. */
  readonly folderKey: string | null
  /** What whoever collects the metrics shows; null: the folder key is needed. */
  readonly metricsToken: string | null
  /** Proxies whose word is taken for whom they ask for: addresses and networks. */
  readonly trustedProxies: readonly string[]
  readonly version: string
  readonly now: () => Date
}

/** The server as the routes see it: schemas type the requests and the answers. */
export type Server = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** One file in `routes/`: what can be asked at one address with one method. */
export type Route = (server: Server, services: Services) => void
