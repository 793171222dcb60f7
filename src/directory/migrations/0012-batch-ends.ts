import { sql, type Kysely } from 'kysely'

/** When the rows of a finished batch were deleted because their time was over; what they counted stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table batches add column cleared_at timestamptz`.execute(db)
}
