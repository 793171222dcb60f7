import { sql, type RawBuilder } from 'kysely'
import { countAll } from './count-all.ts'
import { keyset, type Order, type Place, type SortKeys } from './keyset.ts'
import type { Db } from './schema.ts'

/** Which part of a list is asked for. */
export interface ListPage<Sort extends string> {
  readonly companyId: string
  /** Only what contains this, whatever its case; empty: everything. */
  readonly search?: string | undefined
  readonly sort: Sort
  readonly order: Order
  /** Where the page before ended. */
  readonly after?: Place | undefined
  readonly limit: number
}

/** A page, and how many entries all pages have together. */
export interface Listed<Entry> {
  readonly entries: readonly (Entry & { readonly place: Place })[]
  readonly total: number
}

/**
 * Reads one page of a list.
 * @param list `columns` as `select` takes them, `matching` from `from` to the end of `where`
 */
export async function listPage<Entry>(
  db: Db,
  list: {
    readonly columns: RawBuilder<unknown>
    readonly matching: RawBuilder<unknown>
    readonly keys: SortKeys
  },
  page: Pick<ListPage<string>, 'order' | 'after' | 'limit'>,
): Promise<Listed<Entry>> {
  const { columns, matching, keys } = list
  const { orderBy, isBehind, place } = keyset(keys, page)
  const { rows: entries } = await sql<Entry & { readonly place: Place }>`
    select ${columns}, ${place} as place
    ${matching} and ${isBehind} ${orderBy} limit ${page.limit}`.execute(db)
  return { entries, total: await countAll(db, { matching, entries, page }) }
}
