import { sql } from 'kysely'
import type { Db } from '../../src/directory/schema.ts'

/** The tables of the whole database, those of the job engine too, in which a text stands somewhere, whatever its case. */
export async function tablesThatSay(db: Db, text: string): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
    order by 1`.execute(db)
  const saying: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`
      select from ${sql.raw(name)} as t where strpos(lower(t::text), lower(${text})) > 0
      limit 1`.execute(db)
    if (rows.length > 0) saying.push(name.replace(/^public\./, ''))
  }
  return saying
}
