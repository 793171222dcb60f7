import { sql, type Kysely } from 'kysely'

/**
 * The outbox: a mail is a row that commits together with what it tells about, and is rendered when
 * it is sent. `content` holds what the sentence needs (names, rooms, issue times), never a link.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mails (
      company_id uuid not null references companies on delete cascade,
      id uuid not null,
      kind text not null check (kind in ('invitation', 'guest')),
      batch_id uuid,
      user_id uuid,
      recipient text not null,
      language text not null check (language in ('en', 'de')),
      content json not null,
      state text not null default 'queued'
        check (state in ('queued', 'sending', 'sent', 'failed', 'withdrawn')),
      attempts smallint not null default 0,
      due_at timestamptz not null default now(),
      answer text,
      sent_at timestamptz,
      filed_at timestamptz,
      created_at timestamptz not null,
      primary key (company_id, id)
    )`.execute(db)

  // Serves both the delivery (whatever is queued) and the withdrawal (a user's queued mails).
  await sql`
    create index mails_queued on mails (company_id, user_id)
    where state in ('queued', 'sending')`.execute(db)

  // Files of mails that are no longer unsent are removed without a look at all mails.
  await sql`
    create index mails_to_unfile on mails (company_id, id)
    where filed_at is not null and state in ('withdrawn', 'sent')`.execute(db)
}
