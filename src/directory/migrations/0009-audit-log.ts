import { sql, type Kysely } from 'kysely'

/**
 * Who changed what, from where. Entries name people by their ids only, and names are looked up when the log is read: so
 * deleting a user leaves a pseudonym, and no entry ever has to be touched. The trigger holds the program to that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_log (
      company_id uuid not null references companies,
      id uuid not null,
      at timestamptz not null,
      act text not null,
      actor_kind text not null check (actor_kind in ('user', 'guest', 'installation', 'nobody')),
      actor_id uuid,
      way text check (way in ('key', 'session', 'folder', 'link')),
      address text,
      subject_kind text,
      subject_id uuid,
      details json not null,
      primary key (company_id, id)
    )`.execute(db)
  await sql`create index on audit_log (company_id, actor_id, id)`.execute(db)
  await sql`create index on audit_log (company_id, act, id)`.execute(db)

  await sql`
    create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is only appended to';
      end
    $$`.execute(db)
  await sql`
    create trigger audit_log_is_only_appended_to before update or delete or truncate on audit_log
    for each statement execute function refuse_change_of_audit_log()`.execute(db)
}
