import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/directory.ts'
import { read } from './support/read.ts'
import { startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
  await sql`
    insert into users (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
    select ${here.company.id}, gen_random_uuid(), address, address, 'Person', 'No ' || number, 'en', 'invited', now()
    from (
      select number, 'person' || number || '@example.org' as address
      from generate_series(1, 10200) as number
    ) person`.execute(here.db)
})

afterAll(() => here[Symbol.asyncDispose]())

const users = async (query: string) =>
  await read(await here.ask(`/users?${query}`), contract.userPage)

test('a list of more than 10,000 is counted as far as that, and says that there are more', async () => {
  const first = await users('limit=2')
  expect(first).toMatchObject({ total: 10_000, isMoreThanTotal: true })
  const second = await users(`limit=2&cursor=${encodeURIComponent(first.next ?? '')}`)
  expect(second).toMatchObject({ total: 10_000, isMoreThanTotal: true })
  expect(second.users.map(({ email }) => email)).not.toEqual(first.users.map(({ email }) => email))
})

test('what a search leaves is counted exactly where it is fewer', async () => {
  expect(await users('search=person101&limit=2')).toMatchObject({
    total: 111,
    isMoreThanTotal: false,
  })
  expect(await users('search=PERSON&limit=2')).toMatchObject({
    total: 10_000,
    isMoreThanTotal: true,
  })
})
