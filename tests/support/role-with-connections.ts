import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { connect } from '../../src/directory/connect.ts'
import type { TestDatabase } from './database.ts'

/** A user of the database who gets so many connections, and no more: as everybody when there are too many. */
export async function roleWithConnections(
  database: Pick<TestDatabase, 'url' | 'pool'>,
  most: number,
): Promise<AsyncDisposable & { readonly url: string }> {
  const db = connect(database.pool)
  const name = `limited_${randomBytes(6).toString('hex')}`
  const role = sql.id(name)
  const owner = sql.id(decodeURIComponent(new URL(database.url).username))
  await sql`create role ${role} login password 'limited' in role ${owner}`.execute(db)
  await sql`alter role ${role} connection limit ${sql.lit(most)}`.execute(db)
  // Whose limit counts is who connected; what is done is done as the owner of the tables.
  await sql`alter role ${role} set role to ${owner}`.execute(db)
  const url = new URL(database.url)
  url.username = name
  url.password = 'limited'
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      await sql`drop role ${role}`.execute(db)
    },
  }
}
