import type pg from 'pg'
import type { Actor } from '../src/directory/actor.ts'
import { newId } from '../src/domain/id.ts'

/** A company to measure with: 100 rooms, an administrator, and every fifth of the people already there. */
export interface BenchCompany {
  readonly actor: Actor
}

export const roomCount = 100

/** @param ids of the users that exist, so that two companies can have the same */
export async function seedCompany(
  pool: pg.Pool,
  { name, ids }: { name: string; ids: Ids },
): Promise<BenchCompany> {
  const companyId = newId()
  await pool.query(`insert into companies values ($1, $2, 'en', now())`, [companyId, name])
  await pool.query(
    `insert into rooms (company_id, id, name, created_at)
     select $1, id, 'room ' || n, now() from unnest($2::uuid[]) with ordinality as room (id, n)`,
    [companyId, ids.rooms],
  )
  await pool.query(
    `insert into users (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
     select $1, id, 'person' || n || '@example.org', 'person' || n || '@example.org',
       'First' || n, 'Last' || n, 'en', 'active', now()
     from unnest($2::uuid[], $3::int[]) as person (id, n)`,
    [companyId, ids.existing, ids.existing.map((_, index) => index * 5)],
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
  // As autovacuum would soon do: without it the planner knows nothing of a table that was just filled.
  await pool.query('vacuum analyze users, rooms')
  return { actor: { companyId, userId, email: 'admin@example.org', language: 'en' } }
}

export interface Ids {
  readonly rooms: readonly string[]
  readonly existing: readonly string[]
}

export function idsFor(people: number): Ids {
  return {
    rooms: Array.from({ length: roomCount }, () => newId()),
    existing: Array.from({ length: Math.ceil(people / 5) }, () => newId()),
  }
}

/** A CSV file that invites and assigns so many people, one room each; made chunk by chunk. */
export async function* peopleCsv(people: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('email,first name,last name,room,role\n')
  for (let from = 0; from < people; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, people - from) }, (_, at) => {
      const n = from + at
      return `person${n}@example.org,First${n},Last${n},room ${(n % roomCount) + 1},Participant\n`
    })
    yield Buffer.from(lines.join(''))
  }
}
