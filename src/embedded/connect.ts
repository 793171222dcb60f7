import { Client } from 'pg'
import { errorCode } from './error-code.ts'
import { roleName } from './initialise-cluster.ts'

/** All that `new pg.Pool(…)` needs to connect to the embedded database. */
export interface Connection {
  /** The private folder of the socket, or 127.0.0.1. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** Said, so that no PGSSLMODE from the environment asks the socket for encryption. */
  readonly ssl: false
}

export function connectionTo(
  { host, port }: { readonly host: string; readonly port: number },
  password: string,
): Connection {
  return { host, port, user: roleName, password, database: roleName, ssl: false }
}

/**
 * What came of an attempt: after `silent` or `busy` (it says that it is starting or ending) another
 * may succeed; `locked-out` is a wrong password.
 */
export type Attempt =
  | { readonly state: 'ready' }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'busy'; readonly reason: string }
  | { readonly state: 'locked-out' | 'refused'; readonly reason: string }

/** Connects once for real, and makes the database on its first use. */
export async function tryToConnect(connection: Connection): Promise<Attempt> {
  try {
    await ask(connection, 'select 1')
    return { state: 'ready' }
  } catch (error) {
    return errorCode(error) === '3D000' ? await createDatabase(connection) : judge(error)
  }
}

async function createDatabase(connection: Connection): Promise<Attempt> {
  try {
    await ask({ ...connection, database: 'postgres' }, `create database ${connection.database}`)
    return { state: 'ready' }
  } catch (error) {
    return errorCode(error) === '42P04' ? { state: 'ready' } : judge(error)
  }
}

async function ask(connection: Connection, statement: string): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5_000 })
  // A server that goes away in between is reported by the query; unheard, the event would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(statement)
  } finally {
    await client.end().catch(() => {})
  }
}

const startingOrEnding = '57P03'
const wrongPassword = '28P01'
const passing = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '53300'])

function judge(error: unknown): Attempt {
  const reason = error instanceof Error ? error.message : 'unknown'
  const code = errorCode(error)
  if (code === startingOrEnding) return { state: 'busy', reason }
  if (code === wrongPassword) return { state: 'locked-out', reason }
  // Without a code: the connection ended or timed out before there was an answer.
  return { state: code === '' || passing.has(code) ? 'silent' : 'refused', reason }
}
