import type { ClientBase } from 'pg'

/** The migrations that a database has had, in their order; none where Roster has never used it. */
export async function migrationsOf(client: ClientBase): Promise<readonly string[]> {
  const { rows: known } = await client.query<{ exists: boolean }>(
    `select to_regclass('kysely_migration') is not null as exists`,
  )
  if (known[0]?.exists !== true) return []
  const { rows } = await client.query<{ name: string }>(
    'select name from kysely_migration order by name collate "C"',
  )
  return rows.map(({ name }) => name)
}
