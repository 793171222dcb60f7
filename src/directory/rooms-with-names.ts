import { sql } from 'kysely'
import type { Ask } from './fact.ts'

export interface KnownRoom {
  readonly id: string
  readonly name: string
}

/** The rooms that bear one of the names, by their names; upper and lower case count. */
export async function roomsWithNames(
  { tx, companyId }: Ask,
  names: readonly string[],
): Promise<ReadonlyMap<string, KnownRoom>> {
  const found = await sql<KnownRoom>`
    select found.*
    from unnest(${names}::text[]) as asked (name)
    cross join lateral (
      select r.id, r.name from rooms r
      where r.company_id = ${companyId} and r.name = asked.name
      offset 0
    ) found`.execute(tx)
  return new Map(found.rows.map((room) => [room.name, room]))
}
