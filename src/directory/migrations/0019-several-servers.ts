import { sql, type Kysely } from 'kysely'

/**
 * What servers on one database tell each other. `batch_verifications`: verifications that are under way, and how far
 * they have come; it need not outlive a crash, and so is not logged. `oldest_migration`: programs that know it, and all
 * before it, can use this database, though it has later ones.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table batch_verifications (
      company_id uuid not null,
      batch_id uuid not null,
      id uuid not null,
      totals json,
      seen_at timestamptz not null default now(),
      primary key (company_id, batch_id, id)
    )`.execute(db)
  await sql`
    alter table installation
    add column oldest_migration text not null default '0019-several-servers'`.execute(db)
}
