import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import type pg from 'pg'
import { migrations } from './migrations/index.ts'

/**
 * Makes the tables of an empty database as they were after that migration: for rows of that time, which the later
 * migrations then bring up to date. A database that has later ones is left as it is.
 */
export async function migrateAsFarAs(pool: pg.Pool, newest: string): Promise<void> {
  const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= newest))
  const migrator = new Migrator({
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    provider: { getMigrations: () => Promise.resolve(known) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
