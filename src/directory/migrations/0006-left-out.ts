import { sql, type Kysely } from 'kysely'

/**
 * Rows that a person took out of a batch, by position as corrections are. Both may come by the hundred
 * thousand, since whole groups of rows are mended or taken out at once; so neither carries a foreign key,
 * and `delete_batch` takes them away. `clean_cell` does what mapping/clean-cell.ts does: by it, cells are
 * found by what they say.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table batch_left_out (
      company_id uuid not null,
      batch_id uuid not null,
      position int not null,
      primary key (company_id, batch_id, position)
    )`.execute(db)
  await sql`alter table batches add column left_out int not null default 0`.execute(db)

  await sql`
    alter table batch_fixes drop constraint batch_fixes_company_id_batch_id_fkey`.execute(db)
  await sql`
    create or replace function delete_batch() returns trigger language plpgsql as $$
    begin
      delete from batch_records where (company_id, batch_id) = (old.company_id, old.id);
      delete from batch_fixes where (company_id, batch_id) = (old.company_id, old.id);
      delete from batch_left_out where (company_id, batch_id) = (old.company_id, old.id);
      delete from batch_judgements where (company_id, batch_id) = (old.company_id, old.id);
      delete from batch_results where (company_id, batch_id) = (old.company_id, old.id);
      return old;
    end $$`.execute(db)

  await sql`
    create function clean_cell(cell text) returns text language sql immutable parallel safe
    return normalize(btrim(cell, ${sql.lit(invisible)}))`.execute(db)
}

// White space as JavaScript knows it, and characters that nobody sees.
const invisible = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0xad, 0xad],
  [0x1680, 0x1680],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x2064],
  [0x2066, 0x2069],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]
  .flatMap(([first = 0, last = 0]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  )
  .map((code) => String.fromCodePoint(code))
  .join('')
