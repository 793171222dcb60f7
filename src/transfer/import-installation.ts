import { pipeline } from 'node:stream/promises'
import { escapeIdentifier, type ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { keyFingerprint } from '../directory/key-fingerprint.ts'
import { migrate } from '../directory/migrate.ts'
import { migrateAsFarAs } from '../directory/migrate-as-far-as.ts'
import { sqlState } from '../directory/sql-state.ts'
import { keepKey } from '../embedded/keep-key.ts'
import { keyFile } from '../embedded/key-file.ts'
import { copyIn, copyOut } from './copy-statements.ts'
import { holdUnsentMails } from './hold-unsent-mails.ts'
import type { Manifest, TableRecord } from './manifest.ts'
import { mustBeComplete } from './must-be-complete.ts'
import { mustHaveNoOtherKey, mustTake } from './must-take.ts'
import { openArchive, type Archive } from './open-archive.ts'
import { openTarget } from './open-target.ts'
import { pass } from './pass.ts'
import type { Place } from './place.ts'
import { rowDigest } from './row-digest.ts'
import { sameRows } from './same-rows.ts'
import { speakPlainly } from './speak-plainly.ts'
import type { Transfer } from './transfer.ts'
import { TransferError } from './transfer-error.ts'

export interface Import extends Transfer {
  readonly file: string
  readonly to: Place
  /** Mails that had not left when the export was made leave; only where the other installation is stopped for good. */
  readonly deliver: boolean
}

/** What was imported. */
export interface Imported {
  readonly manifest: Manifest
  /** How many mails wait until somebody releases them. */
  readonly held: number
  /** How many were withdrawn: what people had asked for themselves, and can ask for again. */
  readonly withdrawn: number
  /** How many leave with the next start. */
  readonly queued: number
  /** How many batches go on with the next start. */
  readonly batches: number
  /** Where the installation's key stands now; null: it is ROSTER_SECRET, as it was. */
  readonly keyFile: string | null
}

/**
 * Fills an empty database with an installation, key included, and compares every row with the file: all of it or
 * nothing, whenever it is killed.
 * @throws TransferError, EmbeddedError, MigrationError, and what PostgreSQL throws
 */
export async function importInstallation(options: Import): Promise<Imported> {
  const { file, to, signal } = options
  await using archive = await openArchive(file)
  const { manifest } = archive
  await mustHaveNoOtherKey(to, manifest.key)
  await using target = await openTarget(to)
  const { pool } = target
  const client = await pool.connect()
  const lost = () => client.release(true)
  let counts: Counts
  try {
    await speakPlainly(client)
    await mustTake(client, manifest)
    await migrateAsFarAs(pool, manifest.migration)
    signal.throwIfAborted()
    counts = await load(client, archive, options)
  } catch (error) {
    lost()
    signal.throwIfAborted()
    throw explain(error)
  }
  lost()
  await migrate(pool)
  await pool.query(
    `analyze ${manifest.tables.map(({ name }) => escapeIdentifier(name)).join(', ')}`,
  )
  const where = to.secret === null ? keyFile(to.dataFolder) : null
  return { manifest, ...counts, keyFile: where }
}

type Counts = Pick<Imported, 'held' | 'withdrawn' | 'queued' | 'batches'>

async function load(client: ClientBase, archive: Archive, options: Import): Promise<Counts> {
  const { manifest } = archive
  const { file, to, deliver } = options
  await client.query('begin')
  // Of two imports, and of one and a person who makes the first company, the second waits, and then finds it. A server
  // that starts meanwhile must not migrate tables whose rows come only then.
  await client.query('lock table kysely_migration, companies in share row exclusive mode')
  await mustTake(client, manifest)
  await mustBeComplete(client, manifest, file)
  await fill(client, archive, options)
  await own(client, manifest.key)
  // Their files stay where they were; where there is no mail server, they are written anew.
  await client.query('update mails set filed_at = null where filed_at is not null')
  const withdrawn = deliver ? 0 : await holdUnsentMails(client)
  const counts = { ...(await count(client)), withdrawn }
  // Before what needs it is there: a kill in between leaves a key without an installation, which does no harm.
  if (to.secret === null && !(await keepKey(to.dataFolder, manifest.key))) {
    throw new TransferError('other-key-here', { where: keyFile(to.dataFolder), file })
  }
  await client.query('commit')
  return counts
}

/** Marks the database; a server that started since it was looked at may have done so for another key. */
async function own(client: ClientBase, key: string): Promise<void> {
  const fingerprint = keyFingerprint(key)
  await client.query(
    'insert into installation (key_fingerprint) values ($1) on conflict do nothing',
    [fingerprint],
  )
  const { rows } = await client.query<{ known: string }>(
    'select key_fingerprint as known from installation',
  )
  if (rows[0]?.known !== fingerprint) throw new TransferError('wrong-key')
}

async function fill(
  client: ClientBase,
  archive: Archive,
  { file, signal, onProgress }: Import,
): Promise<void> {
  const { tables } = archive.manifest
  const all = 2 * tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  const through = async (
    table: TableRecord,
    copy: (step: ReturnType<typeof pass>) => Promise<void>,
  ) => {
    const digest = rowDigest()
    await copy(pass(digest, (rows) => onProgress(done + rows, all)))
    if (!sameRows(table, digest.result())) {
      throw new TransferError('damaged', { file, part: table.name })
    }
    done += table.rows
  }
  for (const table of tables) {
    await through(table, (step) =>
      pipeline(archive.rows(table.name), step, client.query(copyFrom(copyIn(table))), { signal }),
    )
  }
  // What is there now, not what was sent there.
  for (const table of tables) {
    await through(table, (step) =>
      pipeline(client.query(copyTo(copyOut(table))), step, readOn, { signal }),
    )
  }
}

async function readOn(blocks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of blocks);
}

async function count(client: ClientBase): Promise<Omit<Counts, 'withdrawn'>> {
  const { rows } = await client.query<Omit<Counts, 'withdrawn'>>(`
    select
      (select count(*)::int from mails where state = 'held') as held,
      (select count(*)::int from mails where state in ('queued', 'sending')
        and handed_over_at is null) as queued,
      (select count(*)::int from batches where state in ('waiting', 'executing')) as batches`)
  return rows[0] ?? { held: 0, queued: 0, batches: 0 }
}

// Classes of SQLSTATE: what the file holds is no value of its column, or breaks a rule of the tables.
const notTaken = /^(?:22|23|42703)/u
const diskFull = '53100'

function explain(error: unknown): unknown {
  const state = sqlState(error) ?? ''
  if (state === diskFull) return new TransferError('target-full', {}, { cause: error })
  if (!notTaken.test(state)) return error
  const reason = error instanceof Error ? error.message : ''
  return new TransferError('not-taken', { reason }, { cause: error })
}
