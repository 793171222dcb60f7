import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteUsers } from '../../src/directory/delete-users.ts'
import * as contract from '../../src/http/contract/batch.ts'
import { read } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
beforeAll(async () => {
  here = await startServer()
})
afterAll(() => here[Symbol.asyncDispose]())

const operation = 'invite-users'
const row = 'ada@example.org,Ada,Countess,Lovelace,London'
const source = `Contact,Given,Title,Called,Town\n${row}\n`
const fields = { email: 'Contact', firstName: 'Given', lastName: 'Called' }

async function ask(key: string, path: string, init: RequestInit = {}) {
  return read(await here.ask(`/batches${path}`, { ...init, key }), contract.batch)
}

const draft = (key: string, text: string, mapping?: object) =>
  ask(key, '', json('POST', { operation, text, mapping }))

const map = (key: string, { batch }: contract.Batch, mapping: object) =>
  ask(key, `/${batch}/mapping`, json('PUT', mapping))

const verify = (key: string, { batch }: contract.Batch) =>
  ask(key, `/${batch}/verification`, { method: 'POST' })

/** A company in which somebody mapped the source and verified it. */
async function mappedOnce(): Promise<Awaited<ReturnType<TestServer['addCompany']>>> {
  const company = await here.addCompany(crypto.randomUUID())
  await verify(company.key, await draft(company.key, source, { fields }))
  return company
}

test('a mapping that a person made is offered for the next source with the same headers, and never applied by itself', async () => {
  const { key, admin } = await mappedOnce()
  const next = await draft(key, source)
  expect(next.mapping).not.toEqual(fields)
  expect(next.remembered).toEqual({
    fields,
    ignore: ['Title', 'Town'],
    fullName: null,
    by: admin,
    at: expect.any(String),
  })
  expect(next.asBefore).toBe(false)
  const shown = await ask(key, `/${next.batch}`)
  expect(shown).toEqual(next)
})

test('a remembered mapping that is taken is not offered any more', async () => {
  const { key } = await mappedOnce()
  const next = await draft(key, source)
  const { fields, ignore, fullName } = next.remembered ?? {}
  const mapped = await map(key, next, { fields, ignore, fullName })
  expect(mapped).toMatchObject({ mapping: fields, missing: [], remembered: null, asBefore: true })
  expect((await verify(key, mapped)).remembered).toBe(null)
  expect((await draft(key, source, { fields })).remembered).toBe(null)
})

test('the headers may stand in another order and in another case', async () => {
  const { key } = await mappedOnce()
  const other = 'TOWN,called,  title,Given,contact\nLondon,Lovelace,Countess,Ada,ada@example.org\n'
  const next = await draft(key, other)
  expect(next.remembered?.fields).toEqual({
    email: 'contact',
    firstName: 'Given',
    lastName: 'called',
  })
  const { fields, ignore } = next.remembered ?? {}
  const { mapping, totals } = await verify(key, await map(key, next, { fields, ignore }))
  expect([mapping, totals.ready]).toEqual([fields, 1])
})

test('only the same headers, the same operation and the same company are offered it', async () => {
  const { key } = await mappedOnce()
  const wider = `Contact,Given,Title,Called,Town,More\n${row},x\n`
  expect((await draft(key, wider)).remembered).toBe(null)
  const deletion = json('POST', { operation: 'delete-users', text: source })
  expect((await ask(key, '', deletion)).remembered).toBe(null)
  const { key: stranger } = await here.addCompany(crypto.randomUUID())
  expect((await draft(stranger, source)).remembered).toBe(null)
})

test('what was guessed, and what was never verified, is not remembered', async () => {
  const { key } = await here.addCompany(crypto.randomUUID())
  const guessed = 'email,first name,last name,surname\nada@example.org,Ada,Lovelace,Byron\n'
  await verify(key, await draft(key, guessed))
  await draft(key, source, { fields })
  const other = { fields: { lastName: 'surname' } }
  expect((await draft(key, source)).remembered).toBe(null)
  await map(key, await draft(key, guessed), other)
  expect((await draft(key, guessed)).remembered).toBe(null)
})

test('a later mapping takes the place of an earlier one', async () => {
  const { key } = await mappedOnce()
  const later = { ...fields, lastName: 'Town' }
  await verify(key, await draft(key, source, { fields: later }))
  expect((await draft(key, source)).remembered?.fields).toEqual(later)
  expect((await draft(key, source, { fields: later })).remembered).toBe(null)
})

test('columns that their titles do not tell apart are not remembered', async () => {
  const { key } = await here.addCompany(crypto.randomUUID())
  const twice = 'Contact,Given,name,Name\nada@example.org,Ada,x,Lovelace\n'
  const mapping = { fields: { email: 'Contact', firstName: 'Given', lastName: '#4' } }
  await verify(key, await draft(key, twice, mapping))
  expect((await draft(key, twice)).remembered).toBe(null)
  const clear = { fields: { email: 'Contact', firstName: 'Given', lastName: 'Town' } }
  const text = 'Contact,Given,x,X,Town\nada@example.org,Ada,a,b,Lovelace\n'
  await verify(key, await draft(key, text, clear))
  expect((await draft(key, text)).remembered).toMatchObject({ ...clear, ignore: [] })
})

test('what is forgotten is not offered again, and the batch stays mapped as it is', async () => {
  const { key } = await mappedOnce()
  const next = await draft(key, source)
  const path = `/${next.batch}/remembered-mapping`
  const forgotten = await ask(key, path, { method: 'DELETE' })
  expect(forgotten).toEqual({ ...next, remembered: null })
  expect(await ask(key, path, { method: 'DELETE' })).toEqual(forgotten)
  expect((await draft(key, source)).remembered).toBe(null)
})

test('of who made a mapping nothing is left once they are deleted, and the mapping stays', async () => {
  const company = await mappedOnce()
  const { id, adminId } = company
  const email = 'second@example.org'
  const key = await here.addUser(id, email, ['manage-company-settings'])
  await here.db.transaction().execute((tx) => deleteUsers({ tx, companyId: id }, [adminId]))
  expect((await draft(key, source)).remembered).toMatchObject({ fields, by: null })
  const { rows } = await sql`
    select from remembered_mappings where company_id = ${id} and made_by is not null`.execute(
    here.db,
  )
  expect(rows).toEqual([])
})

test('a batch that is executed is offered nothing', async () => {
  const { key } = await mappedOnce()
  const other = { fields: { ...fields, lastName: 'Town' } }
  const { batch, digest } = await verify(key, await draft(key, source, other))
  await verify(key, await draft(key, source, { fields }))
  expect((await ask(key, `/${batch}`)).remembered?.fields).toEqual(fields)
  const execution = json('POST', { digest })
  expect((await ask(key, `/${batch}/execution`, execution)).remembered).toBe(null)
})

test('the headers of a report are those of its source', async () => {
  const { key } = await mappedOnce()
  const report = `Contact,Given,Title,Called,Town,line,state,code,message,suggestion\n${row},2,error,,,\n`
  expect((await draft(key, report)).remembered?.fields).toEqual(fields)
})

test('a row that a person takes for a header is not remembered: it may name somebody', async () => {
  const { key } = await here.addCompany(crypto.randomUUID())
  const text = 'eve@example.org,Eve,Adams\nada@example.org,Ada,Lovelace\n'
  const choice = { header: true, fields: { email: '#1', firstName: '#2', lastName: '#3' } }
  await verify(key, await draft(key, text, choice))
  const { rows } =
    await sql`select from remembered_mappings where choice::text like '%eve@%'`.execute(here.db)
  expect(rows).toEqual([])
})

test('a column of full names that a person chose is remembered, and that none is to be split as well', async () => {
  const { key } = await here.addCompany(crypto.randomUUID())
  const text = 'Contact,Person,Called by\nada@example.org,Ada Lovelace,Charles Babbage\n'
  const split = { fields: { email: 'Contact' }, fullName: 'Called by' }
  await verify(key, await draft(key, text, split))
  const next = await draft(key, text)
  const { fields, ignore, fullName } = next.remembered ?? {}
  expect({ fields, ignore, fullName }).toEqual({ ...split, ignore: ['Person'] })
  const taken = await map(key, next, { fields, ignore, fullName })
  expect(taken).toMatchObject({ fullName: 'Called by', missing: [], asBefore: true })

  const whole = { email: 'Contact', firstName: 'Person', lastName: 'Called by' }
  await verify(key, await draft(key, text, { fields: whole, fullName: null }))
  expect((await draft(key, text)).remembered).toMatchObject({ fields: whole, fullName: null })
})
