import { sql, type RawBuilder } from 'kysely'
import { mayContain } from './may-contain.ts'

/**
 * Does one of the texts contain what is searched for, whatever its case? Nothing in it is a wildcard.
 * An empty search is contained in everything, and costs nothing.
 */
export function contains(
  texts: readonly RawBuilder<unknown>[],
  search: string | undefined,
): RawBuilder<boolean> {
  const wanted = (search ?? '').normalize('NFC').trim()
  if (wanted === '') return sql`true`
  const found = texts.map(
    (text) => sql`${mayContain(text, wanted)} and strpos(lower(${text}), lower(${wanted})) > 0`,
  )
  return sql`(${sql.join(found, sql` or `)})`
}
