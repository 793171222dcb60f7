import { sql, type Kysely } from 'kysely'

/**
 * The mails of a batch are found by whom they are to, for its report, and by the batch alone, to be listed,
 * released or recalled: a report of a million rows looks 500 times for the mails of 2,000 of them.
 * `recipient_key`: see `emailKey`; what was queued before is known by its lower case, which is the same for
 * all addresses in ASCII.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mails add column recipient_key text collate "C"`.execute(db)
  await sql`update mails set recipient_key = lower(recipient)`.execute(db)
  await sql`alter table mails alter column recipient_key set not null`.execute(db)
  await sql`
    create index mails_of_batches on mails (company_id, batch_id, recipient_key)
    where batch_id is not null`.execute(db)
}
