import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Migrator } from 'kysely/migration'
import type pg from 'pg'
import { migrations } from './migrations/index.ts'
import { sqlState } from './sql-state.ts'

/** The database cannot be used by this version of the program. */
class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Brings the tables up to date. Safe when several processes start at once: the first takes a lock, the others wait and
 * find nothing to do. Safe while others use the database, too: a migration that has to wait for them gives way, so that
 * nobody queues behind it, and tries again. A database that a newer version has migrated is used as it is, unless
 * that version has said that this one cannot.
 * @throws MigrationError when this version is too old for the database, or a migration fails.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  if (await isNewer(pool)) return
  for (let tries = 1; ; tries++) {
    const error = await migrateOnce(pool)
    if (error === undefined) return
    if (sqlState(error) !== lockNotAvailable || tries >= mostTries) {
      throw new MigrationError('The database could not be brought up to date.', { cause: error })
    }
    await delay(Math.random() * 1_000)
  }
}

const lockNotAvailable = '55P03'
const lockPatience = '2s'
// For a minute or two: a chunk, and the storing of a large source, take seconds.
const mostTries = 50

async function migrateOnce(pool: pg.Pool): Promise<unknown> {
  const client = await pool.connect()
  try {
    await client.query(`set lock_timeout = '${lockPatience}'`)
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: poolOf(client) }) })
    return (await migratorOn(db).migrateToLatest()).error
  } finally {
    // Not lent again: its lock_timeout would go with it.
    client.release(true)
  }
}

/** As a pool of this one connection, which its borrower gives back. */
function poolOf(client: pg.PoolClient): PostgresPool {
  const lent = { query: client.query.bind(client), release: () => {} } as PostgresPoolClient
  return { options: {}, connect: () => Promise.resolve(lent), end: () => Promise.resolve() }
}

function migratorOn(db: Kysely<unknown>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  })
}

/**
 * Was the database migrated by a newer version, which lets this one use it? So a server of before an upgrade can be
 * started again while others are upgraded, and an upgrade can be taken back.
 */
async function isNewer(pool: pg.Pool): Promise<boolean> {
  const applied = await appliedMigrations(pool)
  const unknown = applied.filter((name) => !Object.hasOwn(migrations, name))
  if (unknown.length === 0) return false
  const { rows } = await pool.query<{ oldest: string }>(
    'select oldest_migration as oldest from installation',
  )
  // Without an installation nobody has begun to use it.
  const oldest = rows[0]?.oldest ?? unknown[0] ?? ''
  const lacking = Object.keys(migrations).filter((name) => !applied.includes(name))
  if (Object.hasOwn(migrations, oldest) && lacking.length === 0) return true
  throw new MigrationError(
    `This data was written by a newer version of Roster (it knows ${unknown.join(', ')}), ` +
      'which this one cannot work with. Start that version, or a later one.',
  )
}

async function appliedMigrations(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ exists: boolean }>(
    `select to_regclass('kysely_migration') is not null as exists`,
  )
  if (rows[0]?.exists !== true) return []
  const applied = await pool.query<{ name: string }>('select name from kysely_migration')
  return applied.rows.map(({ name }) => name)
}
