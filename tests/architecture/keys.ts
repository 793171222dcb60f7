import type { Pool } from 'pg'

/** Tables that belong to no company, and why. */
export const ofNoCompany: Readonly<Record<string, string>> = {
  companies: 'is what the others belong to; its own key is the company',
  installation: 'one row, which tells servers with different keys apart',
  mail_pace: 'how many mails a receiving domain had in a minute, from all companies together',
  failed_sign_ins: 'counts attempts before it is known who asks, and of which company',
  kysely_migration: 'which changes of the tables were made',
  kysely_migration_lock: 'one row, which lets one process at a time make them',
}

/**
 * What would keep the tables from being distributed by company, a line each: a primary key or a unique index that
 * does not begin with the company, a table without a primary key, and a foreign key that does not carry the company.
 */
export async function keysWithoutCompany(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ found: string }>(
    `with tables as (
       select oid, relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1)),
     indexes as (
       select tables.name, relname as index, indisprimary, pg_get_indexdef(indexrelid, 1, true) as first_column
       from tables
       join pg_index on indrelid = tables.oid and indisunique
       join pg_class on pg_class.oid = indexrelid),
     foreign_keys as (
       select tables.name, conname, pg_get_constraintdef(pg_constraint.oid) as definition
       from tables
       join pg_constraint on conrelid = tables.oid and contype = 'f')
     select format('%s has no primary key', name) as found from tables
     where not exists (select from indexes where indexes.name = tables.name and indisprimary)
     union all
     select format('%s: the index %s begins with %s', name, index, first_column) from indexes
     where first_column <> 'company_id'
     union all
     select format('%s: the foreign key %s is %s', name, conname, definition) from foreign_keys
     where definition !~ '^FOREIGN KEY \\(company_id(, \\w+)*\\) REFERENCES (companies\\(id\\)|\\w+\\(company_id, )'
     order by found`,
    [Object.keys(ofNoCompany)],
  )
  return rows.map(({ found }) => found)
}

/** All tables of the product; the job engine has a schema of its own. */
export async function allTables(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
  )
  return rows.map(({ name }) => name)
}
