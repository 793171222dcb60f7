import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createDatabase } from '../tests/support/database.ts'
import { makePlace } from '../tests/support/data-folder.ts'
import { startApp } from './app.ts'
import { readConfig } from './config/config.ts'
import { connect } from './directory/connect.ts'
import { batch as batchSchema } from './http/contract/batch.ts'

test('what goes wrong is logged, and names nobody', async () => {
  await using here = await openApp()
  await here.post('/companies', { name: 'Example', admin: 'admin@example.org', language: 'en' })
  const text = 'ada.secret@example.org,Ada,Lovelace'
  const draft = await here.post('/batches', { operation: 'invite-users', text })
  const { batch } = batchSchema.parse(draft)
  const { digest } = batchSchema.parse(await here.post(`/batches/${batch}/verification`))
  // PostgreSQL tells the whole row that breaks a rule.
  await sql`alter table users add check (email_key not like 'ada%')`.execute(here.db)
  await here.post(`/batches/${batch}/execution`, { digest })

  await expect.poll(() => here.log.join()).toContain('something unexpected happened')

  expect(here.log.join()).toContain('users_email_key_check')
  expect(here.log.join()).not.toContain('ada.secret')
  expect(here.log.join()).not.toContain('Lovelace')
})

test('a broken connection is logged; that the connections end with the program is not', async () => {
  const here = await openApp()
  const { rows: ended } = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(here.db)
  const broken = () =>
    here.log.filter((line) => line.includes('a connection to the database broke'))
  await expect.poll(() => broken().length).toBe(ended.length)
  const before = here.log.length
  await here[Symbol.asyncDispose]()
  expect(here.log.slice(before).join()).not.toContain('broke')
})

/** The program on a database of its own, with all that it logs. */
async function openApp() {
  const place = await makePlace()
  const database = await createDatabase()
  const log: string[] = []
  const app = await startApp({
    config: readConfig({}),
    dataFolder: place.folder,
    databaseUrl: database.url,
    port: 0,
    host: '127.0.0.1',
    role: 'all',
    example: false,
    log: pino({ level: 'trace' }, { write: (line) => void log.push(line) }),
    say: () => {},
  })
  return {
    db: connect(database.pool),
    log,
    async post(path: string, body: unknown = {}): Promise<unknown> {
      const answer = await fetch(`${app.address}/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${app.key}`, 'content-type': 'application/json' },
      })
      return await answer.json()
    },
    async [Symbol.asyncDispose]() {
      await app.stop()
      await database.drop()
      await place[Symbol.asyncDispose]()
    },
  }
}
