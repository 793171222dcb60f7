import { sql, type Kysely } from 'kysely'

/**
 * Mails that wait for somebody's word (`held`), that may or may not have left (`unknown`: the process ended between the
 * hand-over and its record), and those that no batch causes: a link to choose a password, a test.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mails
      drop constraint mails_kind_check,
      add constraint mails_kind_check check (kind in ('invitation', 'guest', 'password', 'test')),
      drop constraint mails_state_check,
      add constraint mails_state_check
        check (state in ('held', 'queued', 'sending', 'sent', 'failed', 'unknown', 'withdrawn')),
      add column handed_over_at timestamptz`.execute(db)

  // Apart from the queued ones, so that a delivery does not walk through what is held.
  await sql`
    create index mails_held on mails (company_id, user_id) where state = 'held'`.execute(db)

  await sql`
    alter table companies
      add column holds_mails boolean not null default false,
      add column reply_to text`.execute(db)
  await sql`alter table batches add column holds_mails boolean not null default false`.execute(db)

  await sql`
    create table company_logos (
      company_id uuid primary key references companies on delete cascade,
      type text not null check (type in ('image/png', 'image/jpeg')),
      bytes bytea not null
    )`.execute(db)

  // How many mails were handed over in a minute, to a domain or ('') in all: shared by all servers.
  await sql`
    create table mail_pace (
      domain text collate "C" not null,
      minute timestamptz not null,
      mails integer not null,
      primary key (domain, minute)
    )`.execute(db)
}
