import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { connect } from '../../src/directory/connect.ts'
import type { TestDatabase } from './database.ts'

/** A user of the database who gets no connection: as everybody when there are too many. */
export async function roleWithoutConnections(
  database: Pick<TestDatabase, 'url' | 'pool'>,
): Promise<AsyncDisposable & { readonly url: string }> {
  const db = connect(database.pool)
  const role = `nobody_${randomBytes(6).toString('hex')}`
  await sql`create role ${sql.id(role)} login password 'nobody' connection limit 0`.execute(db)
  const url = new URL(database.url)
  url.username = role
  url.password = 'nobody'
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      await sql`drop role ${sql.id(role)}`.execute(db)
    },
  }
}
