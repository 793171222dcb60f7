import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addCompany, createCompany } from '../../tests/support/company.ts'
import { listRooms } from './list-rooms.ts'
import type { Db } from './schema.ts'

test.each(['name', 'users'] as const)(
  'rooms by %s: who is in them is not counted once for each, also where the database knows nothing of the company yet',
  async (sort) => {
    await using company = await createCompany()
    const { db, id } = company
    for (const table of ['rooms', 'users', 'assignments']) {
      await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(db)
    }
    const other = await addCompany(db, 'Other')
    await fill(db, other.id, { rooms: 50, users: 400 })
    await sql`vacuum analyze`.execute(db)
    await fill(db, id, { rooms: 20, users: 500 })

    await db.transaction().execute(async (tx) => {
      const page = { companyId: id, sort, order: 'asc', limit: 100 } as const
      const { entries } = await listRooms(tx, page)
      expect(entries.map(({ users, guests }) => [users, guests])).toEqual(
        Array.from({ length: 20 }, () => [500, 0]),
      )
      // Once to sort them, once to show them.
      expect(await readOf(tx, 'assignments')).toBeLessThanOrEqual(2 * 20 * 500)

      // Half of the rooms: all are counted to sort them, ten to show them, and none to say how many rooms there are.
      await listRooms(tx, { ...page, limit: 10 })
      expect(await readOf(tx, 'assignments')).toBeLessThanOrEqual((2 + 1.5) * 20 * 500)
    })
  },
)

/** Everybody is assigned to all rooms. */
async function fill(
  db: Db,
  id: string,
  { rooms, users }: { readonly rooms: number; readonly users: number },
): Promise<void> {
  await sql`
    insert into rooms (company_id, id, name, created_at)
    select ${id}, gen_random_uuid(), 'Room ' || number, now()
    from generate_series(1, ${rooms}) as number`.execute(db)
  await sql`
    insert into users (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
    select ${id}, gen_random_uuid(), address, address, 'Person', 'No ' || number, 'en', 'invited', now()
    from (
      select number, 'person' || number || '@example.org' as address
      from generate_series(1, ${users}) as number
    ) person`.execute(db)
  await sql`
    insert into assignments (company_id, user_id, room_id, role)
    select ${id}, users.id, rooms.id, 'Participant'
    from users join rooms using (company_id)
    where company_id = ${id} and users.status = 'invited'`.execute(db)
}

/** How many rows of a table this transaction has read. */
async function readOf(tx: Db, table: string): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_xact_user_tables where relname = ${table}`.execute(tx)
  return rows[0]?.read ?? 0
}
