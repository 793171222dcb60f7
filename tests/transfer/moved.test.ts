import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Pool } from 'pg'
import { hashPassword } from '../../src/access/passwords/hash-password.ts'
import { storePassword } from '../../src/access/passwords/store-password.ts'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import { carriedTables } from '../../src/transfer/carried-tables.ts'
import { workplace } from '../cli/support/roster.ts'
import { secretOf, withLink } from '../http/support/shown-link.ts'
import { json } from '../http/support/start-server.ts'
import { ended } from '../support/batch.ts'
import { createEmptyDatabase } from '../support/database.ts'
import { startSmtpServer } from '../support/smtp-server.ts'
import { companyIn, lookInto, serve, type Served } from './support/serve-folder.ts'

test('moved from a data folder to PostgreSQL, every table says the same, and what was mailed opens', async () => {
  await using smtp = await startSmtpServer()
  await using place = await workplace()
  await using target = await createEmptyDatabase()
  const publicUrl = 'https://roster.example.org/here'
  const env = { ROSTER_SMTP_URL: smtp.url, ROSTER_PUBLIC_URL: publicUrl }
  const original = await serve(place, 'data', env)
  const known = await useIt(original)
  const opened = await whatOpens(original, known)
  expect(opened).toEqual(known.map(() => 200))
  await original.end('SIGTERM')

  expect(await place.roster(['export', 'all.zip'])).toMatchObject({ exit: 0 })
  const imported = await place.roster(
    ['import', 'all.zip', '--deliver', '--show-key', '--data', 'new'],
    { env: { ROSTER_DATABASE_URL: target.url } },
  )
  expect(imported).toMatchObject({ exit: 0 })
  const key = imported.out.trim()
  expect(key).toBe(
    (await readFile(path.join(place.folder, 'data', 'installation-key'), 'utf8')).trim(),
  )
  expect(await contents(target.pool)).toEqual(await contentsOfFolder())

  const moved = await serve(place, 'another', {
    ...env,
    ROSTER_DATABASE_URL: target.url,
    ROSTER_SECRET: key,
  })
  expect(await whatOpens(moved, known)).toEqual(opened)
  const [invitation] = known
  const accepted = await moved.ask(invitation?.route ?? '', {
    ...withLink(invitation?.link ?? '', json('POST', person, browser)),
  })
  expect(accepted.status).toBe(201)
  await moved.end('SIGTERM')

  async function useIt(server: Served) {
    await using inside = await lookInto(place, 'data')
    const company = await companyIn(inside.db)
    await company.addRoom('room 1')
    const headers = Object.fromEntries(company.headers)
    await run('invite-users', 'ada@example.net,Ada,Lovelace')
    await run('invite-guests', 'max@example.net,Max,room 1,Guest,True')
    const { companyId, userId } = company.admin
    const hash = await hashPassword(person.password)
    const now = new Date()
    await inside.db
      .transaction()
      .execute((tx) => storePassword(tx, { companyId, userId, hash, now }))
    const credentials = { email: 'admin@example.org', password: person.password }
    const signedIn = await server.ask('/session', json('POST', credentials, browser))
    const cookie = signedIn.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ')
    await server.ask('/password-links', json('POST', { email: 'admin@example.org' }, browser))
    await expect.poll(() => smtp.arrived.length, { timeout: 10_000 }).toBe(3)
    // The answers of the mail server are written down behind them.
    const unsent = `select from mails where state <> 'sent'`
    await expect.poll(async () => (await inside.pool.query(unsent)).rowCount).toBe(0)
    return [
      { route: '/invitation', link: linkTo('ada@example.net') },
      { route: '/guest-room', link: linkTo('max@example.net') },
      { route: '/password-link', link: linkTo('admin@example.org') },
      { route: '/me', headers },
      { route: '/me', headers: { ...browser, cookie } },
    ]

    async function run(operation: string, text: string) {
      const made = await server.ask('/batches', json('POST', { operation, text }, headers))
      const { batch: id } = (await made.json()) as { readonly batch: string }
      const asked = { method: 'POST', headers }
      const verified = await server.ask(`/batches/${id}/verification`, asked)
      const { digest } = (await verified.json()) as { readonly digest: string }
      await server.ask(`/batches/${id}/execution`, json('POST', { digest }, headers))
      expect((await ended(inside.db, { companyId: company.id, id })).state).toBe('done')
    }
  }

  function linkTo(address: string): string {
    const text = smtp.arrived.find(({ to }) => to === address)?.mail.text ?? ''
    return secretOf(/https:\/\/roster\.example\.org\/here\/\S+/u.exec(text)?.[0] ?? '')
  }

  async function contentsOfFolder() {
    const folder = path.join(place.folder, 'data')
    const server = await startEmbeddedPostgres({ folder, say: () => {} })
    const pool = new Pool(server.connection)
    const found = await contents(pool)
    await pool.end()
    await server.stop()
    return found
  }
}, 120_000)

const browser = { 'sec-fetch-site': 'same-origin' }
const person = {
  firstName: 'Ada',
  lastName: 'King',
  language: 'en',
  password: 'tiefblaue Amseln',
}

interface Known {
  readonly route: string
  readonly link?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What a server answers to those who come with a link, a key or a session. */
async function whatOpens(server: Served, known: readonly Known[]): Promise<readonly number[]> {
  const answers = known.map(({ route, link, headers = {} }) =>
    server.ask(route, link === undefined ? { headers } : withLink(link)),
  )
  return (await Promise.all(answers)).map(({ status }) => status)
}

/** All rows of all tables that an export carries, as text. */
async function contents(pool: Pool): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {}
  for (const table of carriedTables) {
    const { rows } = await pool.query<{ row: string }>(
      `select t::text as row from ${table} t order by 1`,
    )
    found[table] = rows.map(({ row }) => row)
  }
  return found
}
