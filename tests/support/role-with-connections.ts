import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { connect } from '../../src/directory/connect.ts'
import type { TestDatabase } from './database.ts'

/** A user of the database who gets so many connections, and no more: as everybody when there are too many. */
export interface LimitedRole extends AsyncDisposable {
  readonly url: string
  /** So many from now on; those that are open stay. */
  allow(most: number): Promise<void>
  /** Ends all that are open. */
  cut(): Promise<void>
}

/** Makes a user of the database who gets so many connections, and no more. */
export async function roleWithConnections(
  database: Pick<TestDatabase, 'url' | 'pool'>,
  most: number,
): Promise<LimitedRole> {
  const db = connect(database.pool)
  const name = `limited_${randomBytes(6).toString('hex')}`
  const role = sql.id(name)
  const owner = sql.id(decodeURIComponent(new URL(database.url).username))
  await sql`create role ${role} login password 'limited' in role ${owner}`.execute(db)
  const allow = async (number: number) => {
    await sql`alter role ${role} connection limit ${sql.lit(number)}`.execute(db)
  }
  await allow(most)
  // Whose limit counts is who connected; what is done is done as the owner of the tables.
  await sql`alter role ${role} set role to ${owner}`.execute(db)
  const url = new URL(database.url)
  url.username = name
  url.password = 'limited'
  return {
    url: url.href,
    allow,
    async cut() {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity where usename = ${name}`.execute(db)
    },
    async [Symbol.asyncDispose]() {
      await sql`drop role ${role}`.execute(db)
    },
  }
}
