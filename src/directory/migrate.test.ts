import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { createDatabase, createEmptyDatabase } from '../../tests/support/database.ts'
import { waitingForLocks } from '../../tests/support/locks.ts'
import { connect } from './connect.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

const newest = Object.keys(migrations).at(-1) ?? ''

test('what a newer version has migrated is used as it is, unless that has said that it cannot be', async () => {
  await using database = await createDatabase()
  const db = connect(database.pool)
  await sql`insert into installation (key_fingerprint) values ('key')`.execute(db)
  await sql`insert into kysely_migration values ('9998-more', ''), ('9999-other', '')`.execute(db)

  await sql`update installation set oldest_migration = ${newest}`.execute(db)
  await migrate(database.pool)
  await sql`update installation set oldest_migration = '9999-other'`.execute(db)
  await expect(migrate(database.pool)).rejects.toThrow(
    'written by a newer version of Roster (it knows 9998-more, 9999-other)',
  )
})

test('a migration that must wait for others lets those pass who come behind it, and tries again', async () => {
  await using database = await createEmptyDatabase()
  const db = connect(database.pool)
  const before = Object.fromEntries(
    Object.entries(migrations).filter(([name]) => name < '0019-several-servers'),
  )
  await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(before) },
  }).migrateToLatest()
  const released = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holding = db.transaction().execute(async (tx) => {
    await sql`lock table installation in access share mode`.execute(tx)
    held.resolve()
    await released.promise
  })
  await held.promise

  const migrating = migrate(database.pool)
  const waiting = () => waitingForLocks({ db })
  await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
  // Behind it: whoever asks for the table now would wait for the migration.
  await sql`select from installation`.execute(db)
  released.resolve()
  await holding
  await migrating
  expect(await sql`select oldest_migration from installation`.execute(db)).toMatchObject({
    rows: [],
  })
})
