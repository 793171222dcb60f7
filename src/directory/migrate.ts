import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import type pg from 'pg'
import { migrations } from './migrations/index.ts'

/** The database cannot be used by this version of the program. */
class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Brings the tables up to date. Safe when several processes start at once: the first takes a lock,
 * the others wait and find nothing to do.
 * @throws MigrationError when the database was written by a newer version, or a migration fails.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  })
  await refuseNewer(migrator, pool)
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    throw new MigrationError('The database could not be brought up to date.', { cause: error })
  }
}

async function refuseNewer(migrator: Migrator, pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ exists: boolean }>(
    `select to_regclass('kysely_migration') is not null as exists`,
  )
  if (rows[0]?.exists !== true) return
  const applied = await pool.query<{ name: string }>('select name from kysely_migration')
  const known = new Set((await migrator.getMigrations()).map(({ name }) => name))
  const unknown = applied.rows.map(({ name }) => name).filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new MigrationError(
      `This data was written by a newer version of Roster (it knows ${unknown.join(', ')}). ` +
        'Start that version, or a later one.',
    )
  }
}
