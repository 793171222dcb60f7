import { sql } from 'kysely'
import type { Db } from '../../src/directory/schema.ts'

/** How many connections to a database wait for what others hold. */
export async function waitingForLocks({ db }: { readonly db: Db }): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.waiting ?? 0
}
