import { sql, type Kysely } from 'kysely'

/** Where the rooms of a company are entered. The secret is sealed with the installation's key. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meeting_servers (
      company_id uuid primary key references companies on delete cascade,
      address text not null,
      app_id text,
      sealed_secret text,
      check ((app_id is null) = (sealed_secret is null))
    )`.execute(db)
}
