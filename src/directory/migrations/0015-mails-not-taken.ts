import { sql, type Kysely } from 'kysely'

/**
 * What becomes of a mail that is held or recalled while it is being handed over, should the server not take it just
 * now. Null: it is tried again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mails
      add column if_not_taken text check (if_not_taken in ('held', 'withdrawn'))`.execute(db)
}
