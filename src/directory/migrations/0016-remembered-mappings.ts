import { sql, type Kysely } from 'kysely'

/**
 * A mapping that a person made, by the operation and the source's columns, so that it can be offered for the next
 * source with the same ones. `columns_digest`: SHA-256 of the titles, in whatever order they stand. `choice`: as a
 * person would make it, by titles.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table remembered_mappings (
      company_id uuid not null references companies (id) on delete cascade,
      operation text not null,
      columns_digest bytea not null,
      choice json not null,
      made_by uuid,
      made_at timestamptz not null,
      primary key (company_id, operation, columns_digest),
      foreign key (company_id, made_by) references users on delete set null (made_by)
    )`.execute(db)
}
