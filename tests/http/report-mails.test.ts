import { sql } from 'kysely'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { read } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
  await here.ask('/rooms', json('POST', { name: 'Room 1' }))
  await here.ask('/rooms', json('POST', { name: 'Room 2' }))
})

afterAll(() => here[Symbol.asyncDispose]())

async function verified(operation: string, text: string): Promise<contract.Batch> {
  const drafted = await here.ask('/batches', json('POST', { operation, text, allRows: true }))
  const { batch } = await read(drafted, contract.batch)
  return read(await here.ask(`/batches/${batch}/verification`, { method: 'POST' }), contract.batch)
}

async function executed(operation: string, text: string): Promise<string> {
  const { batch, digest } = await verified(operation, text)
  const execution = json('POST', { digest, skipErrors: true })
  await here.ask(`/batches/${batch}/execution`, execution)
  expect(await (await here.ask(`/batches/${batch}/events`)).text()).toContain('"state":"done"')
  return batch
}

async function report(batch: string, headers = {}): Promise<string> {
  const answer = await here.ask(`/batches/${batch}/report`, { headers })
  return Buffer.from(await answer.arrayBuffer()).toString()
}

async function becomes(address: string, state: string, answer: string | null): Promise<void> {
  await sql`update mails set state = ${state}, answer = ${answer} where recipient = ${address}`.execute(
    here.db,
  )
}

test('the report says what became of each row’s mail, in the server’s own words', async () => {
  const batch = await executed(
    'invite-users',
    'email,first name,last name\nADA@Example.org,Ada,Lovelace\nalan@example.org,Alan,Turing\n' +
      'admin@example.example,Ad,Min\nnobody,No,Body\n',
  )
  await becomes('ADA@Example.org', 'sent', '250 OK, queued as 17')
  await becomes('alan@example.org', 'failed', '550 no such user, "alan"')

  const [header, ada, alan, admin, nobody] = (await report(batch)).split('\r\n')
  expect(header).toMatch(/,line,state,code,message,suggestion,mail state,mail answer$/)
  expect(ada).toMatch(/,done,.*,sent,"250 OK, queued as 17"$/)
  expect(alan).toMatch(/,done,.*,failed,"550 no such user, ""alan"""$/)
  expect(admin).toMatch(/,unchanged,.*,,$/)
  expect(nobody).toMatch(/,error,.*,,$/)

  const answer = await here.ask(`/batches/${batch}/report?format=xlsx`)
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  expect(sheets[0]?.rows[1]?.slice(-2)).toEqual(['sent', '250 OK, queued as 17'])
})

test('what Roster itself says of a mail is in the reader’s language', async () => {
  const batch = await executed('invite-users', 'grace@example.org,Grace,Hopper')
  await here.ask('/mails/recall', json('POST', { batch }))
  expect(await report(batch)).toContain(',withdrawn,It was recalled before it left.')
  expect(await report(batch, { 'accept-language': 'de' })).toContain('Sie wurde zurückgerufen')
})

test('a guest’s row has all mails to the guest, each end of them once', async () => {
  const batch = await executed(
    'invite-guests',
    'gwen@example.org,Gwen,Room 1,Guest,True\ngwen@example.org,Gwen,Room 2,Guest,True',
  )
  await sql`
    update mails set state = case content::text like '%Room 1%' when true then 'sent' else 'failed' end,
      answer = '250 OK'
    where recipient = 'gwen@example.org'`.execute(here.db)
  const [, one] = (await report(batch)).split('\r\n')
  expect(one).toMatch(/,sent; failed,250 OK$|,failed; sent,250 OK$/)
})

test('such a report that is brought again is read as before, and its own has the same columns', async () => {
  const text = 'who,name,where,what,notify\ntom@example.org,Tom,Room 1,Guest,True\n'
  const first = await executed('invite-guests', text)
  await becomes('tom@example.org', 'sent', '250 OK')
  const said = await report(first)
  const before = await verified('invite-guests', text)
  const again = await verified('invite-guests', said)

  expect(again.mapping).toEqual(before.mapping)
  expect(again.totals).toEqual(before.totals)
  const header = said.split('\r\n')[0]?.replace(',mail state,mail answer', '')
  expect((await report(again.batch)).split('\r\n')[0]).toBe(header)
})

test('a batch without mails, or one that is not executed, has no columns for them', async () => {
  const plan = await verified('invite-users', 'new@example.org,New,Person')
  const silent = await executed(
    'assign-users-to-rooms',
    'email,rooms,role\nadmin@example.example,Room 1,Guest\n',
  )
  for (const batch of [plan.batch, silent])
    expect((await report(batch)).split('\r\n')[0]).toMatch(/,suggestion$/)
})
