/** The tables that an export leaves where they are, and why; those of the job engine have a schema of their own. */
export const leftTables: Readonly<Record<string, string>> = {
  installation: 'made anew from the key',
  mail_pace: 'how many mails left in this minute: it is over when the next server starts',
  batch_verifications: 'what the servers there are at just now',
  kysely_migration: 'made by the migrations themselves',
  kysely_migration_lock: 'made by the migrations themselves',
}
