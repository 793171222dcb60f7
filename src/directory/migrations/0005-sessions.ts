import { sql, type Kysely } from 'kysely'

/**
 * Sessions of browsers. Whoever is deleted, and whoever came in by a key that is deleted, is out at once.
 * `expires_at` moves with every use; a session without a key was opened by the example company, which
 * `companies.is_example` marks.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sessions (
      company_id uuid not null,
      id uuid not null,
      user_id uuid not null,
      key_id uuid,
      secret_hash bytea not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz not null,
      primary key (company_id, id),
      foreign key (company_id, user_id) references users on delete cascade,
      foreign key (company_id, key_id) references api_keys on delete cascade
    )`.execute(db)
  await sql`create index on sessions (company_id, user_id)`.execute(db)
  await sql`create index on sessions (company_id, key_id)`.execute(db)

  await sql`alter table companies add column is_example boolean not null default false`.execute(db)
}
