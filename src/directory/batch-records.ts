import { sql } from 'kysely'
import type { FieldName } from '../domain/field.ts'
import type { SourceRow } from '../domain/table.ts'
import type { Range } from './batch-chunks.ts'
import type { BatchRef } from './batches.ts'
import type { Db, Tx } from './schema.ts'

/** A record of the source as it was stored, with what a person corrected. */
export interface StoredRecord extends SourceRow {
  /** Counted from 1, a header included. */
  readonly position: number
  readonly fixes: Readonly<Partial<Record<FieldName, string>>>
}

/** Stores records of a source; the first gets the position `from`. */
export async function addRecords(
  tx: Tx,
  { companyId, id }: BatchRef,
  { from, records }: { readonly from: number; readonly records: readonly SourceRow[] },
): Promise<void> {
  const lines = records.map(({ line }) => line)
  const cells = records.map((record) => JSON.stringify(record.cells))
  await sql`
    insert into batch_records (company_id, batch_id, position, line, cells)
    select ${companyId}, ${id}, ${from}::int + ordinality - 1, line, cells::json
    from unnest(${lines}::int[], ${cells}::text[]) with ordinality as record (line, cells)`.execute(
    tx,
  )
}

/** The records of a range of positions, in order, with their corrections. */
export async function readRecords(
  db: Db | Tx,
  { companyId, id }: BatchRef,
  { first, end }: Range,
): Promise<readonly StoredRecord[]> {
  const records = await sql<Omit<StoredRecord, 'fixes'>>`
    select position, line, cells from batch_records
    where company_id = ${companyId} and batch_id = ${id}
      and position >= ${first} and position < ${end}
    order by position`.execute(db)
  const fixes = await sql<Fixed>`
    select position, json_object_agg(field, value) as fixes from batch_fixes
    where company_id = ${companyId} and batch_id = ${id}
      and position >= ${first} and position < ${end}
    group by position`.execute(db)
  return withFixes(records.rows, fixes.rows)
}

/** The records at these positions, in order, with their corrections. */
export async function readRecordsAt(
  db: Db | Tx,
  { companyId, id }: BatchRef,
  positions: readonly number[],
): Promise<readonly StoredRecord[]> {
  const records = await sql<Omit<StoredRecord, 'fixes'>>`
    select position, line, cells from batch_records
    where company_id = ${companyId} and batch_id = ${id} and position = any(${positions}::int[])
    order by position`.execute(db)
  const fixes = await sql<Fixed>`
    select position, json_object_agg(field, value) as fixes from batch_fixes
    where company_id = ${companyId} and batch_id = ${id} and position = any(${positions}::int[])
    group by position`.execute(db)
  return withFixes(records.rows, fixes.rows)
}

type Fixed = Pick<StoredRecord, 'position' | 'fixes'>

function withFixes(
  records: readonly Omit<StoredRecord, 'fixes'>[],
  fixed: readonly Fixed[],
): readonly StoredRecord[] {
  const fixes = new Map(fixed.map((fix) => [fix.position, fix.fixes]))
  return records.map((record) => ({ ...record, fixes: fixes.get(record.position) ?? noFixes }))
}

const noFixes: StoredRecord['fixes'] = {}

/** Corrects cells: each fix replaces what the source says in a row's field. */
export async function putFixes(
  tx: Tx,
  { companyId, id }: BatchRef,
  fixes: readonly {
    readonly position: number
    readonly field: FieldName
    readonly value: string
  }[],
): Promise<void> {
  await sql`
    insert into batch_fixes (company_id, batch_id, position, field, value)
    select ${companyId}, ${id}, position, field, value
    from json_to_recordset(${JSON.stringify(fixes)})
      as fix (position int, field text, value text)
    on conflict (company_id, batch_id, position, field) do update set value = excluded.value`.execute(
    tx,
  )
}
