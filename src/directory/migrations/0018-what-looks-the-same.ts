import { sql, type Kysely } from 'kysely'

/**
 * `clean_cell` does what mapping/clean-cell.ts does, also within a cell: any kind of space is a plain one, and
 * what nobody sees is gone. Rooms are renamed in the same way, so that cells can still name them, unless two
 * would then bear one name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const visible = sql`translate(cell, ${sql.lit(spaces + unseen)}, ${sql.lit(' '.repeat(spaces.length))})`
  // Composing accents takes time that grows with their square, and no name is as long as that.
  await sql`
    create or replace function clean_cell(cell text) returns text
      language sql immutable parallel safe
    return btrim(
      case when char_length(cell) > 1000 then ${visible} else normalize(${visible}) end,
      ${sql.lit(around)})`.execute(db)
  await sql`
    update rooms r set name = clean_cell(r.name)
    where r.name collate "C" <> clean_cell(r.name) and clean_cell(r.name) <> '' and not exists (
      select from rooms other
      where other.company_id = r.company_id and other.id <> r.id
        and clean_cell(other.name) = clean_cell(r.name))`.execute(db)
}

function characters(...ranges: readonly (readonly [first: number, last: number])[]): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .map((code) => String.fromCodePoint(code))
    .join('')
}

const spaces = characters(
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
)
const unseen = characters([0xad, 0xad], [0x200b, 0x200b], [0x2060, 0x2064], [0xfeff, 0xfeff])

// The rest of what JavaScript knows as white space, and marks of direction and of joining.
const around = characters(
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x200c, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
)
