import { sql, type Kysely } from 'kysely'

/**
 * Batches: what was brought (records), what a person corrected (fixes), what the verification said
 * (judgements) and what the execution did (results). Records, judgements and results are written by
 * the hundred thousand and always together with their batch, so they carry no foreign key: it would
 * cost a look-up per row; `delete_batch` takes them away with the batch.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table batches (
      company_id uuid not null references companies on delete cascade,
      id uuid not null,
      operation text not null,
      state text not null check (state in
        ('draft', 'verified', 'waiting', 'executing', 'done', 'stopped', 'failed')),
      language text check (language in ('en', 'de')),
      source json not null,
      source_digest text not null,
      records int not null,
      mapping json not null,
      digest text,
      verified_totals json,
      groups json,
      created_by uuid not null,
      created_by_email text not null,
      created_at timestamptz not null,
      verified_at timestamptz,
      executed_by uuid,
      started_at timestamptz,
      finished_at timestamptz,
      queued_at timestamptz,
      stop_requested boolean not null default false,
      cause text,
      primary key (company_id, id)
    )`.execute(db)

  // The rule "one batch of a company executes at a time", kept by the database.
  await sql`
    create unique index batches_executing on batches (company_id)
    where state = 'executing'`.execute(db)
  await sql`
    create index batches_waiting on batches (company_id, queued_at)
    where state = 'waiting'`.execute(db)

  await sql`
    create table batch_records (
      company_id uuid not null,
      batch_id uuid not null,
      position int not null,
      line int not null,
      cells json not null,
      primary key (company_id, batch_id, position)
    )`.execute(db)

  await sql`
    create table batch_fixes (
      company_id uuid not null,
      batch_id uuid not null,
      position int not null,
      field text not null,
      value text not null,
      primary key (company_id, batch_id, position, field),
      foreign key (company_id, batch_id) references batches on delete cascade
    )`.execute(db)

  // Only what is not the ordinary case (ready, alone with its user, nothing there before).
  await sql`
    create table batch_judgements (
      company_id uuid not null,
      batch_id uuid not null,
      position int not null,
      state text not null check (state in ('ready', 'unchanged', 'error')),
      leader int,
      basis text,
      problems json,
      notices json,
      primary key (company_id, batch_id, position)
    )`.execute(db)
  await sql`
    create index batch_judgements_leader on batch_judgements (company_id, batch_id, leader)
    where leader is not null`.execute(db)

  await sql`
    create table batch_results (
      company_id uuid not null,
      batch_id uuid not null,
      position int not null,
      state text not null check (state in ('done', 'unchanged', 'error', 'failed')),
      changes json,
      problems json,
      notices json,
      primary key (company_id, batch_id, position)
    )`.execute(db)

  // A row per chunk that was executed, apart from the batch to which people write meanwhile (stop):
  // its key makes a second execution of the same chunk impossible.
  await sql`
    create table batch_chunks (
      company_id uuid not null,
      batch_id uuid not null,
      first_position int not null,
      end_position int not null check (end_position > first_position),
      done int not null default 0,
      unchanged int not null default 0,
      error int not null default 0,
      failed int not null default 0,
      mails int not null default 0,
      primary key (company_id, batch_id, first_position),
      foreign key (company_id, batch_id) references batches on delete cascade
    )`.execute(db)

  await sql`
    create function delete_batch() returns trigger language plpgsql as $$
    begin
      delete from batch_records where (company_id, batch_id) = (old.company_id, old.id);
      delete from batch_judgements where (company_id, batch_id) = (old.company_id, old.id);
      delete from batch_results where (company_id, batch_id) = (old.company_id, old.id);
      return old;
    end $$`.execute(db)
  await sql`
    create trigger delete_batch before delete on batches
    for each row execute function delete_batch()`.execute(db)

  await sql`
    create table idempotency_keys (
      company_id uuid not null,
      user_id uuid not null,
      key text not null,
      request_digest text not null,
      status smallint,
      answer json,
      created_at timestamptz not null,
      primary key (company_id, user_id, key),
      foreign key (company_id, user_id) references users on delete cascade
    )`.execute(db)
}
