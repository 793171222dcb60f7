import { sql, type RawBuilder } from 'kysely'
import type { Db } from './schema.ts'

/**
 * How many entries all pages of a list have. A search that finds little reads everything already for
 * its only page; then nothing is left to count.
 * @param list `matching` from `from` to the end of `where`; `entries` of the page that was read
 */
export async function countAll(
  db: Db,
  list: {
    readonly matching: RawBuilder<unknown>
    readonly entries: readonly unknown[]
    readonly page: { readonly limit: number; readonly after?: unknown }
  },
): Promise<number> {
  const { matching, entries, page } = list
  if (page.after === undefined && entries.length < page.limit) return entries.length
  const counted = sql<{ total: number }>`select count(*)::int as total ${matching}`
  return (await counted.execute(db)).rows[0]?.total ?? 0
}
