import { sql, type Kysely } from 'kysely'

/**
 * Mails that are not to leave any more. Apart from the mails, to which deliveries write all the time:
 * a chunk that wrote there, too, would fail whenever a delivery was faster. The next delivery moves
 * them over into `mails.state`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_withdrawals (
      company_id uuid not null references companies on delete cascade,
      mail_id uuid not null,
      primary key (company_id, mail_id)
    )`.execute(db)
}
