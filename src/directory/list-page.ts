import { sql, type RawBuilder } from 'kysely'
import { searches } from './contains.ts'
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

/** A page, and how many entries all pages have together: exactly, or, beyond 10,000, more than `total`. */
export interface Listed<Entry> {
  readonly entries: readonly (Entry & { readonly place: Place })[]
  readonly total: number
  readonly isMoreThanTotal: boolean
}

/**
 * Reads one page of a list.
 * @param list `columns` as `select` takes them, `matching` from `from` to the end of `where`; `parts`, where no index
 * has all of the list in its order: conditions on one table that divide it, so that each part can be read in its own way
 */
export async function listPage<Entry>(
  db: Db,
  list: {
    readonly columns: RawBuilder<unknown>
    readonly matching: RawBuilder<unknown>
    readonly keys: SortKeys
    readonly parts?: Parts | undefined
  },
  page: Omit<ListPage<string>, 'companyId' | 'sort'>,
): Promise<Listed<Entry>> {
  const { columns, matching, keys, parts } = list
  const { orderBy, isBehind, place } = keyset(keys, page)
  const behind = sql`${matching} and ${isBehind}`
  const first = sql`${orderBy} limit ${page.limit}`
  // A search looks at everything for its first page, and counts on the way.
  const countsAlong = searches(page.search) && page.after === undefined
  const found = countsAlong ? sql`count(*) over ()::int` : sql`null::int`
  const { rows: entries } = await sql<Row<Entry>>`
    select ${columns}, ${place} as place, ${found} as found
    ${parts === undefined ? behind : firstOfEach(parts, behind, first)} ${first}`.execute(db)
  const counted =
    entries[0]?.found ?? (await countAll(db, { matching, entries, page, atMost: mostCounted }))
  return {
    entries,
    total: Math.min(counted, mostCounted),
    isMoreThanTotal: counted > mostCounted,
  }
}

type Row<Entry> = Entry & { readonly place: Place; readonly found: number | null }

// So that a page costs the same however large the company is.
const mostCounted = 10_000

interface Parts {
  readonly table: string
  readonly are: readonly RawBuilder<boolean>[]
}

function firstOfEach(
  { table, are }: Parts,
  matching: RawBuilder<unknown>,
  first: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const parts = are.map(
    (isOfPart) => sql`(select ${sql.table(table)}.* ${matching} and ${isOfPart} ${first})`,
  )
  return sql`from (${sql.join(parts, sql` union all `)}) ${sql.table(table)}`
}
