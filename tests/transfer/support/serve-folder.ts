import path from 'node:path'
import { Pool } from 'pg'
import { createKey } from '../../../src/access/create-key.ts'
import { connect } from '../../../src/directory/connect.ts'
import type { Db } from '../../../src/directory/schema.ts'
import { connectToServed } from '../../../src/embedded/connect-to-served.ts'
import type { Ended, Workplace } from '../../cli/support/roster.ts'
import { addCompany, type TestCompany } from '../../support/company.ts'

/** A `roster serve`, and how to speak to it. */
export interface Served {
  readonly url: string
  ask(route: string, init?: RequestInit): Promise<Response>
  end(signal: NodeJS.Signals): Promise<Ended>
}

/** Serves what `env` and the folder say, and returns when it has said where it is. */
export async function serve(
  place: Workplace,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const server = place.start(['serve', '--json', '--data', folder], {
    env: { ROSTER_PORT: '0', ...env },
  })
  await server.says('\n}')
  const url = JSON.parse(server.out()).url.replace('localhost', '127.0.0.1')
  return {
    url,
    ask: (route, init) => fetch(`${url}/api/v1${route}`, init),
    end(signal) {
      server.signal(signal)
      return server.ended
    },
  }
}

/** The database of a folder that is served, for a test to look into. */
export interface Inside extends AsyncDisposable {
  readonly pool: Pool
  readonly db: Db
}

/** Opens the database of a data folder, as soon as whoever serves it has it running. */
export async function lookInto(place: Workplace, folder: string): Promise<Inside> {
  const connection = await reachable(path.join(place.folder, folder))
  const pool = new Pool({ ...connection, max: 4 })
  pool.on('error', () => {})
  return { pool, db: connect(pool), [Symbol.asyncDispose]: () => pool.end() }
}

async function reachable(folder: string) {
  for (;;) {
    const connection = await connectToServed(folder).catch(() => null)
    if (connection !== null) return connection
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Adds a company, and a key of its administrator as a header. */
export async function companyIn(
  db: Db,
): Promise<
  Pick<TestCompany, 'id' | 'admin' | 'addRoom' | 'addUser'> & { readonly headers: Headers }
> {
  const company = await addCompany(db, 'Example')
  const { companyId, userId } = company.admin
  const { key } = await createKey(db, { companyId, userId, name: 'test', now: new Date() })
  return { ...company, headers: new Headers({ authorization: `Bearer ${key}` }) }
}
