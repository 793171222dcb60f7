import type { Pool } from 'pg'
import { createKey } from '../../src/access/create-key.ts'
import { createCompany } from '../../src/directory/create-company.ts'
import type { MeasuredServer } from './open-server.ts'

/** The company of a million, and its administrator's key. */
export interface SeededCompany {
  readonly id: string
  readonly adminId: string
  readonly key: string
}

export interface Sizes {
  readonly users: number
  readonly rooms: number
  readonly guests: number
  readonly auditEntries: number
  /** Companies beside it. */
  readonly others: number
}

/**
 * Fills an empty database with a large company among small ones: its users were invited by a batch, which the product
 * itself executed; a second batch is verified, half of whose rows name nobody, and three tenths a room that does not
 * exist.
 */
export async function seed(server: MeasuredServer, sizes: Sizes): Promise<SeededCompany> {
  const { pool } = server
  const company = await addCompany(server, 'Million')
  for (let number = 1; number <= sizes.others; number++) {
    const other = await addCompany(server, `Small ${number}`)
    await addRooms(pool, other.id, 20)
    await addUsers(pool, other.id, 1_000)
  }
  await addRooms(pool, company.id, sizes.rooms)
  await addGuests(pool, company.id, sizes.guests)
  await addAuditEntries(pool, company, sizes.auditEntries)
  await pool.query('vacuum analyze')
  const rows = sizes.users
  await bring(server, company, 'invite-and-assign-users', people({ rows, rooms: sizes.rooms }))
  await grow(pool, company.id)
  await bring(server, company, 'assign-users-to-rooms', assignments({ rows, rooms: sizes.rooms }))
  await pool.query('vacuum analyze')
  return company
}

async function addCompany({ db }: MeasuredServer, name: string): Promise<SeededCompany> {
  const now = new Date()
  const admin = `admin@${name.toLowerCase().replace(' ', '-')}.example`
  const created = await createCompany(db, { name, admin, language: 'en', now })
  const owner = { companyId: created.id, userId: created.admin.id, name: 'bench', now }
  const { key } = await createKey(db, owner)
  return { id: created.id, adminId: created.admin.id, key }
}

// As `newId` makes them: in the order of their time.
const idOf = (number: string) =>
  `(lpad(to_hex(1700000000000 + ${number}), 12, '0') || '7000' || '8000' || lpad(to_hex(${number}), 12, '0'))::uuid`

async function addRooms(pool: Pool, companyId: string, count: number): Promise<void> {
  await pool.query(
    `insert into rooms (company_id, id, name, default_role, created_at)
     select $1, ${idOf('n')}, 'Room ' || n, case when n % 10 = 0 then 'Guest' end, now()
     from generate_series(1, $2::int) n`,
    [companyId, count],
  )
}

async function addUsers(pool: Pool, companyId: string, count: number): Promise<void> {
  await pool.query(
    `insert into users
       (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
     select $1, ${idOf('n')}, 'person' || n || '@example.net', 'person' || n || '@example.net',
       'First' || n, 'Last' || n, 'en', 'active', now()
     from generate_series(1, $2::int) n`,
    [companyId, count],
  )
}

async function addGuests(pool: Pool, companyId: string, count: number): Promise<void> {
  await pool.query(
    `insert into guests
       (company_id, id, room_id, email, email_key, name, role, language, issued_at, mailed_at)
     select $1, ${idOf('n')}, ${idOf('(n % 10000 + 1)')}, 'guest' || n || '@example.net',
       'guest' || n || '@example.net', 'Guest number ' || n, 'Guest', 'en', now(), now()
     from generate_series(1, $2::int) n`,
    [companyId, count],
  )
}

async function addAuditEntries(
  pool: Pool,
  { id, adminId }: SeededCompany,
  count: number,
): Promise<void> {
  await pool.query(
    `insert into audit_log
       (company_id, id, at, act, actor_kind, actor_id, way, subject_kind, subject_id, details)
     select $1, ${idOf('n')}, now(), 'change-room', 'user', $2, 'session', 'room',
       ${idOf('(n % 10000 + 1)')}, '{}'
     from generate_series(1, $3::int) n`,
    [id, adminId, count],
  )
}

interface Source {
  readonly rows: number
  readonly rooms: number
}

function* people({ rows, rooms }: Source): Generator<string> {
  yield 'email,first name,last name,rooms,role\n'
  for (let n = 1; n <= rows; n++) {
    yield `person${n}@example.org,${nameOf(firstNames, n)},${nameOf(lastNames, n)} ${n},Room ${(n % rooms) + 1},Participant\n`
  }
}

// Half of them name nobody, three tenths a room that does not exist, all of those the same.
function* assignments({ rows, rooms }: Source): Generator<string> {
  yield 'email,rooms,role\n'
  for (let n = 1; n <= rows; n++) {
    const kind = n % 10
    const address = kind < 5 ? `nobody${n}@example.org` : `person${n}@example.org`
    const room = kind >= 5 && kind < 8 ? 'Lobby' : `Room ${((n + 1) % rooms) + 1}`
    yield `${address},${room},Moderator\n`
  }
}

const firstNames = [
  'Ada',
  'Émile',
  'Grace',
  'Jürgen',
  'Mary',
  'Noor',
  'Olga',
  'Pablo',
  'Rosa',
  'Ärzte',
]
const lastNames = ['Lovelace', 'Müller', 'Hopper', 'Curie', 'Noether', 'Turing', 'Öztürk', 'Shaw']

function nameOf(names: readonly string[], n: number): string {
  return names[n % names.length] ?? ''
}

/** Brings a source and verifies it; where nothing is wrong with it, it is executed, too. */
async function bring(
  { url }: MeasuredServer,
  { key }: SeededCompany,
  operation: string,
  lines: Iterable<string>,
): Promise<void> {
  const form = new FormData()
  form.set('operation', operation)
  form.set('file', new Blob([[...lines].join('')]), 'source.csv')
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${key}`)
    const answer = await fetch(url + path, { ...init, headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as BatchState
  }
  const { batch } = await ask('/batches', { method: 'POST', body: form })
  const verified = await ask(`/batches/${batch}/verification`, { method: 'POST' })
  if (verified.totals.error > 0) return
  await ask(`/batches/${batch}/execution`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ digest: verified.digest, confirm: { mails: verified.totals.mails } }),
  })
  while ((await ask(`/batches/${batch}`)).state !== 'done') {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

interface BatchState {
  readonly batch: string
  readonly state: string
  readonly digest: string
  readonly totals: { readonly error: number; readonly mails: number }
}

// A company of some age: most people came, most mails left.
async function grow(pool: Pool, companyId: string): Promise<void> {
  await pool.query('vacuum analyze')
  await pool.query(
    `update users set status = 'active'
     where company_id = $1 and hashtext(email_key) % 10 <> 0`,
    [companyId],
  )
  await pool.query(
    `update mails set state = case abs(hashtext(recipient_key)) % 100
       when 0 then 'failed' when 1 then 'withdrawn' when 2 then 'unknown'
       when 3 then 'held' when 4 then 'queued' else 'sent' end
     where company_id = $1`,
    [companyId],
  )
}
