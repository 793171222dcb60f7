import { sql } from 'kysely'
import { mayContain } from '../directory/may-contain.ts'
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
  const stands = asWord(emailKey)
  return pages<Row>(async (last) => {
    const isBehind = sql`
      (batch_id, position) > (${last?.batch ?? firstId}::uuid, ${last?.position ?? 0}::int)`
    // Corrections are looked at by themselves: beside each record, they took as long as all else.
    const { rows } = await sql<Row>`
      with naming as materialized (
        select batch_id, position from batch_records
        where company_id = ${companyId} and ${isBehind}
          and ${mayContain(sql`cells::text`, emailKey)}
          and exists (
            select from json_array_elements_text(cells) as cell where lower(cell) ~ ${stands})
        union
        select batch_id, position from batch_fixes
        where company_id = ${companyId} and ${isBehind} and lower(value) ~ ${stands}
        order by batch_id, position limit ${pageSize}
      )
      select r.batch_id as batch, r.position, r.line, b.operation, r.cells, f.fixes as corrected,
        coalesce(e.state, j.state) as state, e.changes
      from naming
      cross join lateral (
        select * from batch_records r
        where r.company_id = ${companyId} and r.batch_id = naming.batch_id
          and r.position = naming.position offset 0) r
      join batches b on b.company_id = r.company_id and b.id = r.batch_id
      left join lateral (
        select state, changes from batch_results e
        where e.company_id = r.company_id and e.batch_id = r.batch_id and e.position = r.position
        offset 0) e on true
      left join lateral (
        select state from batch_judgements j
        where j.company_id = r.company_id and j.batch_id = r.batch_id and j.position = r.position
        offset 0) j on true
      left join lateral (
        select json_object_agg(field, value) as fixes from batch_fixes f
        where f.company_id = r.company_id and f.batch_id = r.batch_id and f.position = r.position
      ) f on true
      order by r.batch_id, r.position`.execute(db)
    return rows
  })
}

/** A pattern of PostgreSQL: the address, and not as a part of a longer one. */
function asWord(address: string): string {
  const literal = address.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`)
  return `(^|[^[:alnum:].!#$%&'*+/=?^_\`{|}~-])${literal}($|[^[:alnum:].-]|[.]($|[^[:alnum:]]))`
}
