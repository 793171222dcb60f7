import { sql, type Kysely } from 'kysely'

/**
 * What a plan would do and what a chunk has done, counted by kind of effect: `{"invited": 3}`. Kept where the other
 * numbers are, so that a batch is read without a look at its rows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table batches add column verified_effects json`.execute(db)
  await sql`alter table batch_chunks add column effects json not null default '{}'`.execute(db)
}
