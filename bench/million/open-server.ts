import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'
import { pino } from 'pino'
import { connect } from '../../src/directory/connect.ts'
import { createLinks } from '../../src/directory/links.ts'
import { migrate } from '../../src/directory/migrate.ts'
import type { Db } from '../../src/directory/schema.ts'
import { createSealer } from '../../src/directory/sealer.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'
import { startEngine } from '../../src/execute/engine.ts'
import type { Services } from '../../src/http/route.ts'
import { createServer } from '../../src/http/server.ts'

/** The server, listening on the loopback, on the database that is measured. Nothing leaves its outbox. */
export interface MeasuredServer extends AsyncDisposable {
  readonly db: Db
  readonly pool: Pool
  readonly url: string
  readonly services: Services
}

export async function openServer(databaseUrl: string): Promise<MeasuredServer> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 })
  await migrate(pool)
  const db = connect(pool)
  const guards = { deletions: 20, mails: 1000 }
  const engine = await startEngine({
    db,
    pool,
    guards,
    deliver: async () => {},
    exclusive: true,
    onError: console.error,
  })
  const services: Services = {
    db,
    pool,
    uploads: db,
    engine,
    links: createLinks({ publicUrl: 'http://localhost:3000', key: 'ab'.repeat(32) }),
    sealer: createSealer('ab'.repeat(32)),
    mailFrom: { address: 'roster@example.org', name: '' },
    sendsMail: false,
    singleSignOn: null,
    log: pino({ level: 'error' }),
    limits: usualSourceLimits,
    stalledAfter: 30,
    publicUrl: 'http://localhost:3000',
    opensExample: false,
    consoleFolder: null,
    folderKey: null,
    metricsToken: null,
    trustedProxies: [],
    version: '0',
    now: () => new Date(),
  }
  const server = await createServer(services)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  return {
    db,
    pool,
    url: `http://127.0.0.1:${port}/api/v1`,
    services,
    async [Symbol.asyncDispose]() {
      await server.close()
      await engine.stop()
      await pool.end()
    },
  }
}
