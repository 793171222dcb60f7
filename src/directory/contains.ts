import { sql, type RawBuilder } from 'kysely'
import { mayContain } from './may-contain.ts'

/** How it is asked whether something contains what is searched for. */
type Searched = (wanted: string) => RawBuilder<boolean>

/** Texts as people write them, one after the other with a space between: what is searched for may stand in several. */
export function words(...texts: readonly RawBuilder<unknown>[]): Searched {
  const all = sql.join(texts, sql` || ' ' || `)
  return (wanted) => {
    const may = sql.join(
      texts.map((text) => mayContain(text, wanted)),
      sql` or `,
    )
    return sql`(${may}) and strpos(lower(${all}), lower(${wanted})) > 0`
  }
}

/** A key, which has no capitals. */
export function key(column: RawBuilder<unknown>): Searched {
  return (wanted) => sql`strpos(${column}, lower(${wanted})) > 0`
}

/**
 * Does one of these contain what is searched for, whatever its case? Nothing in it is a wildcard.
 * An empty search is contained in everything, and costs nothing.
 */
export function contains(
  searched: readonly Searched[],
  search: string | undefined,
): RawBuilder<boolean> {
  const wanted = wantedBy(search)
  if (wanted === '') return sql`true`
  return sql`(${sql.join(
    searched.map((isIn) => isIn(wanted)),
    sql` or `,
  )})`
}

/** Is anything searched for? */
export function searches(search: string | undefined): boolean {
  return wantedBy(search) !== ''
}

function wantedBy(search: string | undefined): string {
  return (search ?? '').normalize('NFC').trim()
}
