import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createKey } from '../../../src/access/create-key.ts'
import { connect } from '../../../src/directory/connect.ts'
import { createCompany } from '../../../src/directory/create-company.ts'
import { createLinks } from '../../../src/directory/links.ts'
import type { Db } from '../../../src/directory/schema.ts'
import { createSealer } from '../../../src/directory/sealer.ts'
import { newId } from '../../../src/domain/id.ts'
import type { Permission } from '../../../src/domain/permission.ts'
import { startEngine } from '../../../src/execute/engine.ts'
import type { Server, Services } from '../../../src/http/route.ts'
import { createServer } from '../../../src/http/server.ts'
import { createDatabase } from '../../support/database.ts'
import { usualSourceLimits } from '../../../src/domain/source-limits.ts'

/** The real server on a database of its own, listening on the loopback. */
export interface TestServer extends AsyncDisposable {
  readonly server: Server
  readonly services: Services
  readonly db: Db
  readonly url: string
  readonly folderKey: string
  /** The first company, and its administrator's key. */
  readonly company: TestCompany
  /** What was logged so far, line by line. */
  readonly log: readonly string[]
  /** Asks the API, by default as the administrator. */
  ask(path: string, init?: RequestInit & { readonly key?: string | null }): Promise<Response>
  addCompany(name: string): Promise<TestCompany>
  /** A user with these permissions, and a key of theirs. */
  addUser(companyId: string, email: string, permissions?: readonly Permission[]): Promise<string>
}

export interface TestCompany {
  readonly id: string
  readonly adminId: string
  readonly admin: string
  readonly key: string
}

/** @param settings what shall differ from the ordinary */
export async function startServer(settings: Partial<Services> = {}): Promise<TestServer> {
  const database = await createDatabase()
  const db = connect(database.pool)
  const log: string[] = []
  const engine = await startEngine({
    db,
    pool: database.pool,
    guards: { deletions: 20, mails: 1000 },
    deliver: async () => {},
    exclusive: true,
    onError: (error) => void log.push(String(error)),
  })
  const services: Services = {
    db,
    pool: database.pool,
    uploads: db,
    engine,
    links: createLinks({ publicUrl: 'http://localhost:3000', key: 'ab'.repeat(32) }),
    sealer: createSealer('ab'.repeat(32)),
    mailFrom: { address: 'roster@example.org', name: '' },
    sendsMail: false,
    singleSignOn: null,
    log: pino({ level: 'trace' }, { write: (line) => void log.push(line) }),
    limits: usualSourceLimits,
    stalledAfter: 30,
    publicUrl: 'http://localhost:3000',
    opensExample: false,
    consoleFolder: null,
    folderKey,
    metricsToken: null,
    trustedProxies: [],
    version: '1.2.3',
    now: () => new Date(),
    ...settings,
  }
  const server = await createServer(services)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const company = await addCompany(db, 'Example')
  return {
    server,
    services,
    db,
    url,
    folderKey,
    company,
    log,
    ask: (path, { key = company.key, ...init } = {}) =>
      fetch(`${url}/api/v1${path}`, { ...init, headers: headersOf(init, key) }),
    addCompany: (name) => addCompany(db, name),
    addUser: (companyId, email, permissions = []) => addUser(db, { companyId, email, permissions }),
    async [Symbol.asyncDispose]() {
      await server.close()
      await engine.stop()
      await database.drop()
    },
  }
}

/** A request with a JSON body. */
export function json(
  method: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  const type = { 'content-type': 'application/json' }
  return { method, body: JSON.stringify(body), headers: { ...type, ...headers } }
}

const folderKey = 'the-key-in-the-data-folder'

function headersOf(init: RequestInit, key: string | null): Headers {
  const headers = new Headers(init.headers)
  if (key !== null) headers.set('authorization', `Bearer ${key}`)
  return headers
}

async function addCompany(db: Db, name: string): Promise<TestCompany> {
  const now = new Date()
  const admin = `admin@${name.toLowerCase()}.example`
  const created = await createCompany(db, { name, admin, language: 'en', now })
  const owner = { companyId: created.id, userId: created.admin.id, name: 'test', now }
  const { key } = await createKey(db, owner)
  return { id: created.id, adminId: created.admin.id, admin, key }
}

async function addUser(
  db: Db,
  user: { companyId: string; email: string; permissions: readonly Permission[] },
): Promise<string> {
  const [now, id] = [new Date(), newId()]
  const company_id = user.companyId
  await db
    .insertInto('users')
    .values({
      company_id,
      id,
      email: user.email,
      email_key: user.email.toLowerCase(),
      first_name: 'Ada',
      last_name: 'Lovelace',
      language: 'de',
      status: 'active',
      created_at: now,
    })
    .execute()
  if (user.permissions.length > 0) {
    const granted = user.permissions.map((permission) => ({ company_id, user_id: id, permission }))
    await db.insertInto('user_permissions').values(granted).execute()
  }
  const { key } = await createKey(db, { companyId: company_id, userId: id, name: 'test', now })
  return key
}
