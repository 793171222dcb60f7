import { sql } from 'kysely'
import type { Db, Tx } from '../../directory/schema.ts'
import { remembered } from './growing-delay.ts'

/** What somebody who has proved who they are is no longer held against. */
interface Forgiven {
  /** Everything that was counted here is gone: their account, their device. */
  readonly all: readonly Buffer[]
  /** Only this one attempt is taken back: of a network that others use, too. */
  readonly one?: readonly Buffer[]
}

/** Takes attempts back that were none at guessing, and clears away what is forgotten anyway. */
export async function forgiveAttempts(
  db: Db | Tx,
  { all, one = [] }: Forgiven,
  now: Date,
): Promise<void> {
  // In one order, as attempts are counted, so that neither blocks the other; what is forgotten keeps nobody waiting.
  await sql`
    with held as (
      select subject from failed_sign_ins
      where subject = any(${[...all, ...one]}::bytea[])
      order by subject
      for update
    ), forgotten as (
      select subject from failed_sign_ins
      where last_at <= ${remembered(now)} and subject <> all(${one}::bytea[])
      for update skip locked
    ), returned as (
      update failed_sign_ins set failures = greatest(failures - 1, 0)
      where subject in (select subject from held where subject = any(${one}::bytea[]))
    )
    delete from failed_sign_ins
    where subject in (
      select subject from held where subject = any(${all}::bytea[])
      union all select subject from forgotten)`.execute(db)
}
