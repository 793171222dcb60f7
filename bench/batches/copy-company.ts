import type { Pool } from 'pg'
import { newId } from '../../src/domain/id.ts'

/**
 * A company that stands exactly as the other one, with the same identifiers beneath its own.
 * @returns its identifier
 */
export async function copyCompany(pool: Pool, from: string): Promise<string> {
  const to = newId()
  await pool.query(`insert into companies values ($1, $1::uuid::text, 'en', now())`, [to])
  for (const table of ['rooms', 'users', 'user_permissions', 'invitations', 'assignments']) {
    const { rows } = await pool.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
       from information_schema.columns
       where table_schema = 'public' and table_name = $1 and column_name <> 'company_id'
         and is_generated = 'NEVER'`,
      [table],
    )
    const columns = rows[0]?.columns
    await pool.query(
      `insert into ${table} (company_id, ${columns})
       select $1, ${columns} from ${table} where company_id = $2 order by ctid`,
      [to, from],
    )
  }
  await pool.query('vacuum analyze')
  return to
}
