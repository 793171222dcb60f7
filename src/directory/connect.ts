import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { poolThatCopies } from './pool-that-copies.ts'
import type { Schema, Db } from './schema.ts'

/** The directory behind a pool of connections; `destroy` ends the pool. */
export function connect(pool: pg.Pool): Db {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: poolThatCopies(pool) }) })
}
