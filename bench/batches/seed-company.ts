import type { Pool } from 'pg'
import type { Actor } from '../../src/directory/actor.ts'
import { newId } from '../../src/domain/id.ts'
import type { Workload } from './workload.ts'

export interface CompanySize {
  /** People of whom the file speaks. */
  readonly rows: number
  readonly rooms: number
  /** Users of whom no file speaks. */
  readonly others?: number
}

/**
 * A company in which the workload's rows find what they need.
 * @returns its administrator
 */
export async function seedCompany(
  pool: Pool,
  { users, assigned = false }: Pick<Workload, 'users' | 'assigned'>,
  { rows, rooms, others = 0 }: CompanySize,
): Promise<Actor> {
  const companyId = newId()
  await pool.query(`insert into companies values ($1, $1::uuid::text, 'en', now())`, [companyId])
  const roomIds = Array.from({ length: rooms }, () => newId())
  await pool.query(
    `insert into rooms (company_id, id, name, created_at)
     select $1, id, 'room ' || n, now() from unnest($2::uuid[]) with ordinality as room (id, n)`,
    [companyId, roomIds],
  )
  const userId = newId()
  await pool.query(
    `insert into users values ($1, $2, 'admin@example.org', 'admin@example.org', '', '', 'en', 'active', now())`,
    [companyId, userId],
  )
  await pool.query(`insert into user_permissions values ($1, $2, 'manage-company-settings')`, [
    companyId,
    userId,
  ])
  const every = { all: 1, some: 5, none: Number.POSITIVE_INFINITY }[users]
  await addUsers(pool, companyId, { name: 'other', count: others, every: 1, invited: false })
  const count = Math.ceil(rows / every)
  await addUsers(pool, companyId, { name: 'person', count, every, invited: users === 'all' })
  if (assigned) await assignUsers(pool, companyId, roomIds)
  // As autovacuum would soon do: without it the planner knows nothing of a table that was just filled.
  await pool.query('vacuum analyze')
  return { companyId, userId, email: 'admin@example.org', language: 'en' }
}

interface People {
  readonly name: string
  readonly count: number
  /** 5: the numbers 0, 5, 10 … */
  readonly every: number
  /** Every fifth is only invited. */
  readonly invited: boolean
}

async function addUsers(
  pool: Pool,
  companyId: string,
  { name, count, every, invited }: People,
): Promise<void> {
  for (let from = 0; from < count; from += 100_000) {
    const ids = Array.from({ length: Math.min(100_000, count - from) }, () => newId())
    await pool.query(
      `with added as (
         insert into users (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
         select $1, id, $3 || n || '@example.org', $3 || n || '@example.org', 'First' || n, 'Last' || n, 'en',
           case when $6 and n % 5 = 0 then 'invited' else 'active' end, now()
         from (
           select id, ($4 + place - 1) * $5 as n from unnest($2::uuid[]) with ordinality as new (id, place)
         ) person
         returning company_id, id, status
       )
       insert into invitations (company_id, user_id, issued_at)
       select company_id, id, now() from added where status = 'invited'`,
      [companyId, ids, name, from, every, invited],
    )
  }
}

async function assignUsers(
  pool: Pool,
  companyId: string,
  roomIds: readonly string[],
): Promise<void> {
  await pool.query(
    `insert into assignments (company_id, user_id, room_id, role)
     select company_id, id, ($2::uuid[])[1 + substring(email_key from '^person(\\d+)@')::int % $3], 'Participant'
     from users where company_id = $1 and email_key like 'person%' order by id`,
    [companyId, roomIds, roomIds.length],
  )
}
