import { sql, type RawBuilder } from 'kysely'
import type { FieldName } from '../domain/field.ts'
import type { Mapping } from '../domain/mapping.ts'
import type { RowFilter } from '../domain/row-filter.ts'
import { firstRecord, type BatchRecord } from './batches.ts'
import { mayContain } from './may-contain.ts'
import type { Tx } from './schema.ts'

/**
 * A query of the `position` of every row of a batch that a filter means, in no order. It looks at all
 * rows at once, and at no table of which the filter does not speak. For a transaction with `joinAtOnce`.
 */
export function matchingRows(batch: BatchRecord, filter: RowFilter): RawBuilder<unknown> {
  const { mapping } = batch
  const { states, leftOut, search } = filter
  const problem = problemText(filter)
  const cell = cellOf(filter)
  return sql`
    select r.position from ${records(batch, search !== undefined || cell !== undefined)} r
    ${states || problem !== null ? outcomes(batch) : sql``}
    ${search || cell ? corrections(batch) : sql``}
    ${leftOut === undefined ? sql`` : takenOut(batch)}
    where true
      ${states ? sql`and coalesce(w.state, ${assumedState(batch)}) = any(${states}::text[])` : sql``}
      ${problem === null ? sql`` : sql`and strpos(w.problems::text, ${problem}) > 0`}
      ${cell ? sql`and ${says(mapping, cell)}` : sql``}
      ${leftOut === undefined ? sql`` : sql`and (o.position is not null) = ${leftOut}`}
      ${search ? sql`and ${contains(mapping, search)}` : sql``}`
}

/**
 * Right after a large batch was written the planner believes its tables to be almost empty, and would
 * look through all of the one for each row of the other. Without that choice 100,000 rows take 40 ms.
 */
export async function joinAtOnce(tx: Tx): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx)
}

/** Of a row that is in no table of outcomes: before the verification it has none, afterwards it is ordinary. */
export function assumedState({ state }: BatchRecord): 'ready' | null {
  return state === 'draft' ? null : 'ready'
}

function records({ companyId, id, mapping }: BatchRecord, withCells: boolean): RawBuilder<unknown> {
  // `offset 0`: the text is made once for each record, not wherever it is spoken of.
  return sql`(
    select position ${withCells ? sql`, cells, cells::text as text` : sql``} from batch_records
    where company_id = ${companyId} and batch_id = ${id} and position >= ${firstRecord(mapping)}
    offset 0)`
}

/** States and problems: the verification's, and the execution's where it has come to the row. */
function outcomes({ companyId, id, state }: BatchRecord): RawBuilder<unknown> {
  const of = (table: string) => sql`(
    select position, state, problems from ${sql.table(table)}
    where company_id = ${companyId} and batch_id = ${id})`
  const found = {
    draft: sql`(select null::int as position, null::text as state, null::json as problems)`,
    verified: of('batch_judgements'),
    done: of('batch_results'),
  }
  const both = sql`(
    select position, coalesce(e.state, j.state) as state,
      case when e.state is null then j.problems else e.problems end as problems
    from ${of('batch_judgements')} j full join ${of('batch_results')} e using (position))`
  const isOne = state === 'draft' || state === 'verified' || state === 'done'
  return sql`left join ${isOne ? found[state] : both} w on w.position = r.position`
}

function corrections({ companyId, id }: BatchRecord): RawBuilder<unknown> {
  return sql`left join (
    select position, json_object_agg(field, value) as cells from batch_fixes
    where company_id = ${companyId} and batch_id = ${id}
    group by position) f on f.position = r.position`
}

function takenOut({ companyId, id }: BatchRecord): RawBuilder<unknown> {
  return sql`left join (
    select position from batch_left_out
    where company_id = ${companyId} and batch_id = ${id}) o on o.position = r.position`
}

// How the two begin in what `problem` makes, and so in JSON, whose quotes cannot stand in a text within
// it. Read as JSON, 50,000 problems take 100 ms instead of 20.
function problemText({ problem, field, value }: RowFilter): string | null {
  if (problem !== undefined) {
    const code = `{"code":${JSON.stringify(problem)},"field":`
    return field === undefined ? code : `${code}${JSON.stringify(field)},`
  }
  return field === undefined || value !== undefined ? null : `,"field":${JSON.stringify(field)},`
}

interface Cell {
  readonly field: FieldName
  readonly value: string
}

function cellOf({ field, value }: RowFilter): Cell | undefined {
  return field === undefined || value === undefined ? undefined : { field, value }
}

// All of ASCII stays as it is when it is cleaned: only a record in which the value stands somewhere, or
// one with other characters, can have a cell that says it. It saves two thirds of the time.
function says({ fields }: Mapping, { field, value }: Cell): RawBuilder<unknown> {
  const column = fields[field] ?? null
  const cell = sql`coalesce(f.cells ->> ${field}::text, r.cells ->> ${column}::int, '')`
  const isSaid = sql`clean_cell(${cell}) = clean_cell(${value})`
  if (!/^[ -~]*$/.test(value)) return isSaid
  return sql`(
    (f.position is not null or strpos(r.text, ${asJson(value.trim())}) > 0
      or octet_length(r.text) <> length(r.text))
    and ${isSaid})`
}

// The text of all cells says which rows may contain it. Without characters that have a meaning in JSON, it
// says which do: looking into each cell takes four times as long.
function contains({ columns, fields }: Mapping, search: string): RawBuilder<unknown> {
  const fieldOf = new Map(Object.entries(fields).map(([field, column]) => [column, field]))
  const fieldsInOrder = columns.map(({ index }) => fieldOf.get(index) ?? '')
  const inText = (text: RawBuilder<unknown>) =>
    sql`(${mayContain(text, search)} and strpos(lower(${text}), lower(${asJson(search)})) > 0)`
  const inCell = sql`strpos(lower(cell), lower(${search})) > 0`
  const inCells = sql`(
    exists (
      select from json_array_elements_text(r.cells) with ordinality as own (cell, number)
      where ${inCell} and (f.cells ->> (${fieldsInOrder}::text[])[number::int]) is null)
    or exists (
      select from json_each_text(f.cells) as corrected (field, cell)
      where ${inCell} and field = any(${fieldsInOrder}::text[])))`
  const isPlain = !/["\\,[\]]/.test(asJson(search))
  return sql`case
    when f.position is not null then
      (${inText(sql`r.text`)} or ${inText(sql`f.cells::text`)}) and ${inCells}
    when ${isPlain} and strpos(r.text, '\\') = 0 then ${inText(sql`r.text`)}
    else ${inText(sql`r.text`)} and ${inCells}
  end`
}

/** As it stands within a text in JSON. */
function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
