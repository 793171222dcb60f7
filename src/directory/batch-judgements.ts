import { sql, type RawBuilder } from 'kysely'
import type { Notice, Problem } from '../domain/problem.ts'
import type { Range } from './batch-chunks.ts'
import type { BatchRef } from './batches.ts'
import { copyInto } from './copy-into.ts'
import type { Db, Tx } from './schema.ts'

/**
 * What the verification said of a row. Only what is not the ordinary case is stored; the ordinary
 * case is `ready`, alone with its user, with nothing there before.
 */
export interface StoredJudgement {
  readonly position: number
  readonly state: 'ready' | 'unchanged' | 'error'
  /** The position of an earlier row of the same user, with which this one is executed. */
  readonly leader: number | null
  /** A fingerprint of what the directory had where the row will change it. */
  readonly basis: string | null
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
}

/** Forgets what an earlier verification said. */
export async function clearJudgements(tx: Tx, { companyId, id }: BatchRef): Promise<void> {
  await sql`
    delete from batch_judgements where company_id = ${companyId} and batch_id = ${id}`.execute(tx)
}

/** A judgement on its way to be stored: what is remarked of the row is JSON already, null where there is nothing. */
export interface NewJudgement extends Omit<StoredJudgement, 'problems' | 'notices'> {
  readonly problems: string | null
  readonly notices: string | null
}

/** Stores what a verification says of rows of which it has said nothing yet. */
export async function addJudgements(
  tx: Tx,
  { companyId, id }: BatchRef,
  judgements: readonly NewJudgement[],
): Promise<void> {
  await copyInto(tx, {
    table: 'batch_judgements',
    same: { company_id: companyId, batch_id: id },
    columns: ['position', 'state', 'leader', 'basis', 'problems', 'notices'],
    items: judgements,
    row: ({ position, state, leader, basis, problems, notices }) => {
      return [position, state, leader, basis, problems, notices]
    },
  })
}

/** The judgements of a range of positions, by position; a row without one is ordinary. */
export async function readJudgements(
  db: Db | Tx,
  ref: BatchRef,
  { first, end }: Range,
): Promise<ReadonlyMap<number, StoredJudgement>> {
  return await read(db, ref, sql`position >= ${first} and position < ${end}`)
}

/** The judgements of the later rows whose user's first row stands in a range. */
export async function readFollowers(
  db: Db | Tx,
  ref: BatchRef,
  { first, end }: Range,
): Promise<ReadonlyMap<number, StoredJudgement>> {
  return await read(db, ref, sql`leader >= ${first} and leader < ${end}`)
}

/**
 * The positions of rows that stand before these and speak of the same users: their first rows, and
 * what follows those.
 */
export async function earlierOfSameUsers(
  db: Db | Tx,
  { companyId, id }: BatchRef,
  rows: readonly Pick<StoredJudgement, 'position' | 'leader'>[],
): Promise<readonly number[]> {
  const leaders = [...new Set(rows.flatMap(({ leader }) => leader ?? []))]
  if (leaders.length === 0) return []
  const last = rows.reduce((last, { position }) => Math.max(last, position), 0)
  const { rows: followers } = await sql<{ position: number }>`
    select position from batch_judgements
    where company_id = ${companyId} and batch_id = ${id}
      and leader = any(${leaders}::int[]) and position < ${last}
    order by position
    limit ${mostFollowers}`.execute(db)
  return [...leaders, ...followers.map(({ position }) => position)]
}

// A page shows a few users; a file that names one of them in 100,000 rows is not read for each page.
const mostFollowers = 5_000

async function read(
  db: Db | Tx,
  { companyId, id }: BatchRef,
  where: RawBuilder<unknown>,
): Promise<ReadonlyMap<number, StoredJudgement>> {
  const { rows } = await sql<Found>`
    select position, state, leader, basis, problems, notices
    from batch_judgements
    where company_id = ${companyId} and batch_id = ${id} and ${where}`.execute(db)
  return new Map(
    rows.map((judgement) => [
      judgement.position,
      { ...judgement, problems: judgement.problems ?? [], notices: judgement.notices ?? [] },
    ]),
  )
}

type Found = Omit<StoredJudgement, 'problems' | 'notices'> & {
  readonly problems: readonly Problem[] | null
  readonly notices: readonly Notice[] | null
}
