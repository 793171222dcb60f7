import type { ClientBase } from 'pg'
import { carriedTables, type CarriedTable } from './carried-tables.ts'

/** A table that a database has, and its columns in their order. */
export interface TableColumns {
  readonly name: CarriedTable
  readonly columns: readonly string[]
}

/** The carried tables that this database has (one of an older version lacks some), in the order in which they can be filled. */
export async function tableColumns(client: ClientBase): Promise<readonly TableColumns[]> {
  const { rows } = await client.query<{ name: string; columns: readonly string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace and c.relname = any($1)
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname`,
    [carriedTables],
  )
  const found = new Map(rows.map(({ name, columns }) => [name, columns]))
  return carriedTables.flatMap((name) => {
    const columns = found.get(name)
    return columns === undefined ? [] : [{ name, columns }]
  })
}
