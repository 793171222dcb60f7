import { sql, type RawBuilder } from 'kysely'
import type { Db } from './schema.ts'

/**
 * How many entries all pages of a list have. A search that finds little reads everything already for
 * its only page; then nothing is left to count.
 * Counting what is long costs more than reading a page of it, so it can be told where to end.
 * @param list `matching` from `from` to the end of `where`; `entries` of the page that was read; `atMost`: how far to count,
 * beyond it the answer is one more
 */
export async function countAll(
  db: Db,
  list: {
    readonly matching: RawBuilder<unknown>
    readonly entries: readonly unknown[]
    readonly atMost?: number
    readonly page: { readonly limit: number; readonly after?: unknown }
  },
): Promise<number> {
  const { matching, entries, page, atMost } = list
  if (page.after === undefined && entries.length < page.limit) return entries.length
  const end = atMost === undefined ? sql`` : sql`limit ${atMost + 1}`
  const counted = sql<{ total: number }>`
    select count(*)::int as total from (select 1 ${matching} ${end}) counted`
  return (await counted.execute(db)).rows[0]?.total ?? 0
}
