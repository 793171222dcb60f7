import { sql, type RawBuilder } from 'kysely'

/** What a list is ordered by, the weightiest first; together they tell every two entries apart. */
export type SortKeys = readonly SortKey[]

export interface SortKey {
  readonly sql: RawBuilder<unknown>
  readonly type: 'text' | 'bigint'
}

export type Order = 'asc' | 'desc'

/** The sort keys of an entry: where a list goes on behind it. */
export type Place = readonly (string | number)[]

/** The clauses that order a list and begin it behind a place, however far down that is. */
export interface Keyset {
  readonly orderBy: RawBuilder<unknown>
  readonly isBehind: RawBuilder<boolean>
  /** The place of an entry, as JSON. */
  readonly place: RawBuilder<Place>
}

export function keyset(
  keys: SortKeys,
  { order, after }: { readonly order: Order; readonly after?: Place | undefined },
): Keyset {
  const direction = sql.raw(order)
  return {
    orderBy: sql`order by ${sql.join(keys.map((key) => sql`${key.sql} ${direction}`))}`,
    isBehind: after === undefined ? sql`true` : isBehind(keys, order, after),
    place: sql`json_build_array(${sql.join(keys.map((key) => key.sql))})`,
  }
}

/** Could this be the place of an entry in a list with these keys? */
export function isPlaceOf(keys: SortKeys, place: Place): boolean {
  return (
    place.length === keys.length &&
    keys.every(({ type }, index) => (type === 'text') === (typeof place[index] === 'string'))
  )
}

// The first key stands alone, too: an index answers that, even where the others are of another table.
function isBehind(keys: SortKeys, order: Order, after: Place): RawBuilder<boolean> {
  const behind = sql.raw(order === 'asc' ? '>' : '<')
  const values = keys.map(({ type }, index) => sql`${after[index]}::${sql.raw(type)}`)
  const columns = keys.map((key) => key.sql)
  return sql`${columns[0]} ${behind}= ${values[0]}
    and (${sql.join(columns)}) ${behind} (${sql.join(values)})`
}
