import { sql, type RawBuilder } from 'kysely'
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
  /** A person took it out of the batch. */
  readonly leftOut: boolean
}

/** Stores records of a source; the first gets the position `from`. */
export async function addRecords(
  tx: Tx,
  { companyId, id }: BatchRef,
  { from, records }: { readonly from: number; readonly records: readonly SourceRow[] },
): Promise<void> {
  const lines = records.map(({ line }) => line)
  // One text with a record in each line, which JSON never breaks: as an array, every quote in it is escaped once more.
  const cells = records.map((record) => JSON.stringify(record.cells)).join('\n')
  await sql`
    insert into batch_records (company_id, batch_id, position, line, cells)
    select ${companyId}, ${id}, ${from}::int + ordinality - 1, line, cells::json
    from rows from (unnest(${lines}::int[]), string_to_table(${cells}::text, e'\\n'))
      with ordinality as record (line, cells)`.execute(tx)
}

/** The records of a range of positions, in order, with their corrections. */
export async function readRecords(
  db: Db | Tx,
  ref: BatchRef,
  { first, end }: Range,
): Promise<readonly StoredRecord[]> {
  return await read(db, ref, sql`position >= ${first} and position < ${end}`)
}

/** The records at these positions, in order, with their corrections. */
export async function readRecordsAt(
  db: Db | Tx,
  ref: BatchRef,
  positions: readonly number[],
): Promise<readonly StoredRecord[]> {
  return await read(db, ref, sql`position = any(${positions}::int[])`)
}

async function read(
  db: Db | Tx,
  { companyId, id }: BatchRef,
  where: RawBuilder<unknown>,
): Promise<readonly StoredRecord[]> {
  // One JSON text for the whole chunk: taking rows from the protocol one by one costs three times as much.
  const { rows: chunks } = await sql<{ records: readonly Stored[] | null }>`
    select json_agg(json_build_array(position, line, cells) order by position) as records
    from batch_records
    where company_id = ${companyId} and batch_id = ${id} and ${where}`.execute(db)
  const { rows: fixed } = await sql<Pick<StoredRecord, 'position' | 'fixes'>>`
    select position, json_object_agg(field, value) as fixes from batch_fixes
    where company_id = ${companyId} and batch_id = ${id} and ${where}
    group by position`.execute(db)
  const { rows: taken } = await sql<{ position: number }>`
    select position from batch_left_out
    where company_id = ${companyId} and batch_id = ${id} and ${where}`.execute(db)
  const fixes = new Map(fixed.map((fix) => [fix.position, fix.fixes]))
  const leftOut = new Set(taken.map(({ position }) => position))
  return (chunks[0]?.records ?? []).map(([position, line, cells]) => ({
    position,
    line,
    cells,
    fixes: fixes.get(position) ?? noFixes,
    leftOut: leftOut.has(position),
  }))
}

type Stored = readonly [position: number, line: number, cells: readonly string[]]

/** Of a record in which nothing was corrected. */
export const noFixes: StoredRecord['fixes'] = {}

/** Puts records in the place of those that stand from the position `from` on. What was corrected in them stays. */
export async function replaceRecords(
  tx: Tx,
  ref: BatchRef,
  replacement: { readonly from: number; readonly records: readonly SourceRow[] },
): Promise<void> {
  const { from, records } = replacement
  // Taken out and put in again, they take a third of the time that an update takes.
  await sql`
    delete from batch_records
    where company_id = ${ref.companyId} and batch_id = ${ref.id}
      and position >= ${from} and position < ${from + records.length}`.execute(tx)
  await addRecords(tx, ref, replacement)
}

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
  // As arrays, not as JSON: half of a pair of characters is replaced on the way, as in every other text.
  const [positions, fields, values] = [
    fixes.map(({ position }) => position),
    fixes.map(({ field }) => field),
    fixes.map(({ value }) => value),
  ]
  await sql`
    insert into batch_fixes (company_id, batch_id, position, field, value)
    select ${companyId}, ${id}, position, field, value
    from unnest(${positions}::int[], ${fields}::text[], ${values}::text[])
      as fix (position, field, value)
    on conflict (company_id, batch_id, position, field) do update set value = excluded.value`.execute(
    tx,
  )
}
