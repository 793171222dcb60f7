import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Pool } from 'pg'
import { migrate } from '../../src/directory/migrate.ts'
import { keyFingerprint } from '../../src/directory/key-fingerprint.ts'
import { keyOfSecret } from '../../src/embedded/key-of-secret.ts'
import { workplace, type Workplace } from '../cli/support/roster.ts'
import { createCompany } from '../support/company.ts'
import { createEmptyDatabase } from '../support/database.ts'

const secret = 'the same for all servers, of course'
const patience = { timeout: 20_000 }

test('a killed import leaves no company behind, and the next one takes all', async () => {
  await using place = await workplace()
  await using company = await companyOf(1_000)
  await exported(place, company.url)
  await using target = await createEmptyDatabase()
  await migrate(target.pool)
  const env = { ROSTER_SECRET: secret, ROSTER_DATABASE_URL: target.url }

  const blocked = await target.pool.connect()
  await blocked.query('begin; lock table batches in share row exclusive mode')
  const importing = place.start(['import', 'all.zip'], { env })
  // Companies, users and rooms are in by then.
  await expect.poll(() => waitsToFill(target.pool, 'batches'), patience).toBe(true)
  importing.signal('SIGKILL')
  await importing.ended
  await blocked.query('commit')
  blocked.release()

  await expect.poll(() => rowsOf(target.pool, 'companies'), { timeout: 10_000 }).toBe(0)
  expect(await rowsOf(target.pool, 'users')).toBe(0)
  expect(await place.roster(['import', 'all.zip'], { env })).toMatchObject({ exit: 0 })
  expect(await rowsOf(target.pool, 'rooms')).toBe(1_000)
}, 120_000)

test('an import into a folder, killed at whatever moment, is repeated there', async () => {
  await using place = await workplace()
  await using company = await companyOf(20_000)
  await exported(place, company.url)
  for (const moment of [1_000, 2_000]) {
    const importing = place.start(['import', 'all.zip', '--data', 'new'])
    const kill = setTimeout(() => importing.signal('SIGKILL'), moment)
    await importing.ended
    clearTimeout(kill)
  }
  // On a fast machine one of them may have come to its end.
  const { exit, err } = await place.roster(['import', 'all.zip', '--data', 'new'])
  expect(exit === 0 || err.includes('There is a company already')).toBe(true)
  const { document } = await place.json<readonly unknown[]>(['rooms', 'list', '--data', 'new'])
  expect(document).toHaveLength(20_000)
}, 120_000)

test('a killed export leaves no file that looks whole, and the next one writes it', async () => {
  await using place = await workplace()
  await using company = await companyOf(40_000)
  const env = { ROSTER_SECRET: secret, ROSTER_DATABASE_URL: company.url }
  const exporting = place.start(['export', 'all.zip'], { env })
  const sizeOf = async (name: string) =>
    (await stat(path.join(place.folder, name)).catch(() => null))?.size ?? 0
  await expect
    .poll(() => sizeOf('all.zip.part'), { timeout: 20_000, interval: 2 })
    .toBeGreaterThan(0)
  exporting.signal('SIGKILL')
  await exporting.ended

  expect(await sizeOf('all.zip')).toBe(0)
  const part = await place.roster(['import', 'all.zip.part', '--check'])
  expect(part).toMatchObject({ exit: 2, err: expect.stringContaining('its end is missing') })
  expect(await place.roster(['export', 'all.zip'], { env })).toMatchObject({ exit: 0 })
  expect(await place.roster(['import', 'all.zip', '--check'])).toMatchObject({ exit: 0 })
  expect(await sizeOf('all.zip.part')).toBe(0)
}, 120_000)

/** A company with so many rooms, whose names do not shrink. */
async function companyOf(rooms: number) {
  const company = await createCompany('Example')
  await company.pool.query('insert into installation (key_fingerprint) values ($1)', [
    keyFingerprint(keyOfSecret(secret)),
  ])
  const names = Array.from({ length: rooms }, () => randomBytes(40).toString('base64'))
  await company.pool.query(
    `insert into rooms (company_id, id, name, created_at)
     select $1, gen_random_uuid(), name, now() from unnest($2::text[]) name`,
    [company.id, names],
  )
  return company
}

async function exported(place: Workplace, url: string): Promise<void> {
  const env = { ROSTER_SECRET: secret, ROSTER_DATABASE_URL: url }
  expect(await place.roster(['export', 'all.zip'], { env })).toMatchObject({ exit: 0 })
}

async function waitsToFill(pool: Pool, table: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity
     where application_name = 'roster import' and wait_event_type = 'Lock' and query like $1`,
    [`copy "${table}"%`],
  )
  return rowCount === 1
}

async function rowsOf(pool: Pool, table: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ rows: number }>(`select count(*)::int as rows from ${table}`)
  return rows[0]?.rows
}
