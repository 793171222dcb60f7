import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { measure, type Measured } from '../measure.ts'
import { postmasterOf } from '../processor-seconds.ts'
import { checkpoint } from './checkpoint.ts'
import type { TableName, Workload } from './workload.ts'

/** Two companies that were equal before the batch. */
export interface FloorRequest {
  readonly workload: Workload
  readonly rows: number
  /** Whose batch was executed. */
  readonly executed: string
  /** Where the same is done once more. */
  readonly copied: string
}

/**
 * The least that the database has to do for the same: COPY of the rows that the batch added into the same tables, and one
 * `delete … using` for each table of which it took rows away. On two connections, as many as a batch has lanes: each does
 * half of the people, in one transaction.
 */
export async function measureFloor(pool: Pool, request: FloorRequest): Promise<Measured> {
  const half = Math.floor(request.rows / 2)
  const halves = [
    { from: 0, to: half },
    { from: half, to: request.rows },
  ]
  const prepared = await Promise.all(halves.map((people) => prepare(pool, request, people)))
  try {
    await checkpoint(pool)
    const postmaster = await postmasterOf(pool)
    return await measure(async () => {
      await Promise.all(prepared.map(act))
    }, postmaster)
  } finally {
    for (const { client } of prepared) client.release(true)
  }
}

/** From one person to before another. */
interface People {
  readonly from: number
  readonly to: number
}

interface Prepared {
  readonly client: PoolClient
  readonly deletions: readonly string[]
  readonly copies: readonly { readonly table: TableName; readonly text: string }[]
}

async function prepare(
  pool: Pool,
  { workload, executed, copied }: FloorRequest,
  people: People,
): Promise<Prepared> {
  const client = await pool.connect()
  const copies: { readonly table: TableName; readonly text: string }[] = []
  for (const table of workload.adds) {
    const where = `company_id = '${executed}' and ${added[table](executed, people)}`
    const rows = `select * from ${table} where ${where} order by ctid`
    const out = client.query(copyTo(`copy (${rows}) to stdout`))
    const text = Buffer.concat(await out.toArray()).toString()
    copies.push({ table, text: text.replaceAll(executed, copied) })
  }
  await client.query(`create temp table gone as ${usersAmong(copied, people)}`)
  await client.query('analyze gone')
  const deletions = workload.deletes.map((table) => {
    const column = table === 'users' ? 'id' : 'user_id'
    return `delete from ${table} using gone where ${table}.company_id = '${copied}' and ${table}.${column} = gone.id`
  })
  return { client, deletions, copies }
}

async function act({ client, deletions, copies }: Prepared): Promise<void> {
  await client.query('begin')
  for (const deletion of deletions) await client.query(deletion)
  for (const { table, text } of copies) {
    await pipeline(Readable.from(slices(text)), client.query(copyFrom(`copy ${table} from stdin`)))
  }
  await client.query('commit')
}

// Which rows of a table the batch added for some of the people: before it, no user that it adds was invited.
const added: Readonly<Record<TableName, (company: string, people: People) => string>> = {
  users: (_, people) => `status = 'invited' and ${among('email_key', people)}`,
  invitations: (company, people) => `user_id in (${usersAmong(company, people)})`,
  assignments: (company, people) => `user_id in (${usersAmong(company, people)})`,
  guests: (_, people) => among('email_key', people),
  mails: (_, people) => among('recipient_key', people),
  batch_results: (_, { from, to }) => `position > ${from + 1} and position <= ${to + 1}`,
}

function usersAmong(company: string, people: People): string {
  return `select id from users where company_id = '${company}' and ${among('email_key', people)}`
}

function among(column: string, { from, to }: People): string {
  const number = `substring(${column} from '^person(\\d+)@')::int`
  return `${number} >= ${from} and ${number} < ${to}`
}

function* slices(text: string): Generator<Buffer> {
  for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536))
}
