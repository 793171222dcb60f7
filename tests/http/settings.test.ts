import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/domain/id.ts'
import { company } from '../../src/http/contract/company.ts'
import { createdKey, keyList } from '../../src/http/contract/key.ts'
import { openBrowser } from './support/browser.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
let powerless: string

beforeAll(async () => {
  here = await startServer()
  powerless = await here.addUser(here.company.id, 'nobody@example.example')
})

afterAll(() => here[Symbol.asyncDispose]())

/** A key of the user without permissions. */
async function create(name: string) {
  const answer = await here.ask('/keys', { ...json('POST', { name }), key: powerless })
  return await read(answer, createdKey)
}

describe('the company', () => {
  test('is shown to all of its users', async () => {
    const shown = await read(await here.ask('/company', { key: powerless }), company)
    expect(shown).toMatchObject({ id: here.company.id, name: 'Example', language: 'en' })
  })

  test('is renamed, or speaks another language, and what is not said stays', async () => {
    const renamed = await here.ask('/company', json('PATCH', { name: '  Größer  ' }))
    expect(await read(renamed, company)).toMatchObject({ name: 'Größer', language: 'en' })
    const german = await here.ask('/company', json('PATCH', { language: 'de' }))
    expect(await read(german, company)).toMatchObject({ name: 'Größer', language: 'de' })
    const same = await here.ask('/company', json('PATCH', {}))
    expect(await read(same, company)).toMatchObject({ name: 'Größer', language: 'de' })
  })

  test('keeps a name of its own', async () => {
    await here.addCompany('Taken')
    const answer = await here.ask('/company', json('PATCH', { name: 'Taken', language: 'en' }))
    expect((await refusal(answer)).title).toBe(
      'The name “Taken” cannot be used here. Choose another.',
    )
    const kept = await read(await here.ask('/company'), company)
    expect(kept).toMatchObject({ name: 'Größer', language: 'de' })
  })

  test('cannot have a name that nobody could read', async () => {
    for (const name of ['', '   ', 'two\nlines']) {
      const answer = await here.ask('/company', json('PATCH', { name }))
      expect(await refused(answer)).toEqual([400, 'invalid-request'])
    }
  })
})

describe('one’s own keys', () => {
  test('are listed without what they say, and the one in use is marked', async () => {
    const { id } = await create('laptop')
    const { keys } = await read(await here.ask('/keys', { key: powerless }), keyList)

    expect(keys).toMatchObject([
      { name: 'test', current: true, lastUsedAt: expect.any(String) },
      { id, name: 'laptop', current: false, lastUsedAt: null },
    ])
    expect(JSON.stringify(keys)).not.toContain('roster_')
  })

  test('are marked in a session as well', async () => {
    const browser = openBrowser(here)
    await browser.send('POST', '/session', { key: powerless })
    const { keys } = await read(await browser.ask('/keys'), keyList)
    expect(keys.filter(({ current }) => current)).toMatchObject([{ name: 'test' }])
  })

  test('open nothing any more once they are deleted', async () => {
    const { id, key } = await create('lost')
    expect((await here.ask('/me', { key })).status).toBe(200)
    const deleted = await here.ask(`/keys/${id}`, { method: 'DELETE', key: powerless })

    expect(deleted.status).toBe(204)
    expect((await here.ask('/me', { key })).status).toBe(401)
    const again = await here.ask(`/keys/${id}`, { method: 'DELETE', key: powerless })
    expect(await refused(again)).toEqual([404, 'key-not-found'])
  })

  test('can be deleted by nobody else, in this company or another', async () => {
    const { id, key } = await create('kept')
    const foreign = await here.addCompany('Curious')
    for (const other of [here.company.key, foreign.key]) {
      const answer = await here.ask(`/keys/${id}`, { method: 'DELETE', key: other })
      expect(await refused(answer)).toEqual([404, 'key-not-found'])
    }
    expect((await here.ask('/me', { key })).status).toBe(200)
  })

  test('are not found by what is no id', async () => {
    for (const id of [newId(), 'laptop', '1']) {
      const answer = await here.ask(`/keys/${id}`, { method: 'DELETE' })
      expect(await refused(answer)).toEqual([404, 'key-not-found'])
    }
  })
})
