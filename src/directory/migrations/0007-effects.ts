import { sql, type Kysely } from 'kysely'

/**
 * What a plan would do and what a chunk has done, counted by kind of effect: `{"invited": 3}`. Kept where the other
 * numbers are, so that a batch is read without a look at its rows. Nobody has counted for the plans and chunks of
 * before: such plans must be verified again, and such chunks stay without.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table batches add column verified_effects json`.execute(db)
  await sql`alter table batch_chunks add column effects json`.execute(db)
  await sql`
    update batches set state = 'draft', digest = null, verified_totals = null, groups = null,
      verified_at = null
    where state = 'verified'`.execute(db)
}
