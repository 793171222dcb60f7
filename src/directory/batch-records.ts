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
  range: Range,
): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = []
  for await (const some of recordsByBytes(db, ref, range)) {
    for (const record of some) records.push(record)
  }
  return records
}

/**
 * The same in several parts where they are large, each of which fits into the memory: a record may have a million
 * characters.
 */
export async function* recordsByBytes(
  db: Db | Tx,
  ref: BatchRef,
  { first, end }: Range,
): AsyncGenerator<readonly StoredRecord[]> {
  const isOne = end - first <= 1
  const where = sql`position >= ${first} and position < ${end}`
  const records = await read(db, ref, { where, mostBytes: isOne ? null : mostBytes })
  if (records !== null) {
    yield records
    return
  }
  const middle = Math.floor((first + end) / 2)
  yield* recordsByBytes(db, ref, { first, end: middle })
  yield* recordsByBytes(db, ref, { first: middle, end })
}

// Fifty times what 5,000 ordinary records take.
const mostBytes = 16_000_000

/** The records at these positions, in order, with their corrections. */
export async function readRecordsAt(
  db: Db | Tx,
  ref: BatchRef,
  positions: readonly number[],
): Promise<readonly StoredRecord[]> {
  const { companyId, id } = ref
  // A probe for each: of a batch that was just stored, the planner else reads every record for each chunk of them.
  const records = sql`
    unnest(${[...new Set(positions)]}::int[]) as asked (at)
    cross join lateral (
      select position, line, cells from batch_records
      where company_id = ${companyId} and batch_id = ${id} and position = asked.at
      offset 0
    ) record`
  const where = sql`position = any(${positions}::int[])`
  return (await read(db, ref, { records, where, mostBytes: null })) ?? []
}

interface Wanted {
  /** Whence they come; unless given, all that `where` says. */
  readonly records?: RawBuilder<unknown>
  /** Says which positions. */
  readonly where: RawBuilder<unknown>
  readonly mostBytes: number | null
}

/** @returns null where the records have more bytes than is allowed */
async function read(
  db: Db | Tx,
  { companyId, id }: BatchRef,
  { records, where, mostBytes }: Wanted,
): Promise<readonly StoredRecord[] | null> {
  const own = sql`company_id = ${companyId} and batch_id = ${id} and ${where}`
  const fits =
    mostBytes === null
      ? sql`true`
      : sql`(select sum(octet_length(cells::text)) <= ${mostBytes} from batch_records where ${own})`
  // One text for the whole chunk, of cells that are JSON already: taking rows from the protocol one by one costs three
  // times as much, and building JSON of each row half as much again. What is not asked for is not looked up.
  const { rows } = await sql<Found>`
    select case when fits then (
        select '[[' || string_agg(cells::text, ',') || '],[' || string_agg(line::text, ',')
          || '],[' || string_agg(position::text, ',') || ']]'
        from (
          select position, line, cells from ${records ?? sql`batch_records where ${own}`}
          order by position offset 0
        ) record
      ) end as records,
      (
        select json_agg(json_build_array(position, fixes))
        from (
          select position, json_object_agg(field, value) as fixes
          from batch_fixes where ${own} group by position
        ) fixed
      ) as fixes,
      (select json_agg(position) from batch_left_out where ${own}) as "leftOut",
      fits
    from (select coalesce(${fits}, true) as fits offset 0) size`.execute(db)
  const [found] = rows
  if (found?.fits === false) return null
  if (found === undefined || found.records === null) return []
  const fixes = new Map(found.fixes)
  const leftOut = new Set(found.leftOut)
  const [cells, lines, positions] = JSON.parse(found.records) as Stored
  return cells.map((cells, at) => {
    const position = positions[at] ?? 0
    return {
      position,
      line: lines[at] ?? 0,
      cells,
      fixes: fixes.get(position) ?? noFixes,
      leftOut: leftOut.has(position),
    }
  })
}

interface Found {
  readonly records: string | null
  readonly fixes: readonly (readonly [position: number, fixes: StoredRecord['fixes']])[] | null
  readonly leftOut: readonly number[] | null
  readonly fits: boolean
}

type Stored = readonly [
  cells: readonly (readonly string[])[],
  lines: readonly number[],
  positions: readonly number[],
]

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
