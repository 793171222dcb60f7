import { sql, type Kysely } from 'kysely'

/**
 * Who brought a batch is named by their id alone, and by the address that they have when somebody looks: so whoever is
 * deleted is gone from here, too. `touched_at`: when a person last changed a batch that was not executed, by which its
 * end is reckoned.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table batches
      drop column created_by_email,
      add column touched_at timestamptz`.execute(db)
}
