import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { firstId, pages, pageSize } from './pages.ts'
import type { Pages, Person } from './personal-data.ts'

interface Row {
  readonly batch: string
  readonly position: number
}

/**
 * The rows of batches in which an address stands, with what became of them. All rows of the company are looked at once:
 * a million take some seconds.
 */
export function batchRowsNaming(db: Db, { companyId, emailKey }: Person): Pages {
  // Cheap, and rules out nearly all; a longer address that contains this one is ruled out by the cells.
  const mayStand = sql`strpos(lower(r.cells::text), ${JSON.stringify(emailKey).slice(1, -1)}) > 0`
  const stands = asWord(emailKey)
  return pages<Row>(async (last) => {
    const { rows } = await sql<Row>`
      select r.batch_id as batch, r.position, r.line, b.operation, r.cells, f.fixes as corrected,
        coalesce(e.state, j.state) as state, e.changes
      from batch_records r
      join batches b on b.company_id = r.company_id and b.id = r.batch_id
      left join batch_results e on e.company_id = r.company_id and e.batch_id = r.batch_id
        and e.position = r.position
      left join batch_judgements j on j.company_id = r.company_id and j.batch_id = r.batch_id
        and j.position = r.position
      left join lateral (
        select json_object_agg(field, value) as fixes, string_agg(lower(value), ' ') as text
        from batch_fixes f
        where f.company_id = r.company_id and f.batch_id = r.batch_id and f.position = r.position
      ) f on true
      where r.company_id = ${companyId}
        and (r.batch_id, r.position) > (${last?.batch ?? firstId}::uuid, ${last?.position ?? 0}::int)
        and (f.text ~ ${stands} or ${mayStand} and exists (
          select from json_array_elements_text(r.cells) as cell where lower(cell) ~ ${stands}))
      order by r.batch_id, r.position limit ${pageSize}`.execute(db)
    return rows
  })
}

/** A pattern of PostgreSQL: the address, and not as a part of a longer one. */
function asWord(address: string): string {
  const literal = address.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`)
  return `(^|[^[:alnum:].!#$%&'*+/=?^_\`{|}~-])${literal}($|[^[:alnum:].-]|[.]($|[^[:alnum:]]))`
}
