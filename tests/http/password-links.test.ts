import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issuePasswordLink } from '../../src/access/password-links/issue-password-link.ts'
import { me } from '../../src/http/contract/me.ts'
import { passwordLink } from '../../src/http/contract/session.ts'
import { altered } from './support/altered.ts'
import { openBrowser, type Browser } from './support/browser.ts'
import { givePassword } from './support/give-password.ts'
import { read, refusal, refused } from './support/read.ts'
import { secretOf, withLink } from './support/shown-link.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const minute = 60_000
const hour = 60 * minute
const password = 'tiefblaue Amseln'
const ada = 'ada@example.example'

let here: TestServer
let time: number
let adaId: string
let browser: Browser

beforeAll(async () => {
  time = Date.now()
  here = await startServer({ now: () => new Date(time), trustedProxies: ['127.0.0.1'] })
})

beforeEach(async () => {
  time += 48 * hour
  browser = openBrowser(here)
  await here.db.deleteFrom('users').where('email', '=', ada).execute()
  await here.db.deleteFrom('mails').execute()
  await here.db.deleteFrom('failed_sign_ins').execute()
  await here.addUser(here.company.id, ada)
  const id = here.db.selectFrom('users').select('id').where('email', '=', ada)
  adaId = (await id.executeTakeFirstOrThrow()).id
})

afterAll(() => here[Symbol.asyncDispose]())

function askFor(email: string, from = '192.0.2.1'): Promise<Response> {
  const init = json('POST', { email }, { 'x-forwarded-for': from })
  return openBrowser(here).ask('/password-links', init)
}

/** The mails about passwords, as soon as there are so many: they are queued after the answer. */
async function mailsOnceThereAre(count: number) {
  const mails = here.db.selectFrom('mails').selectAll().where('kind', '=', 'password')
  return await expect
    .poll(() => mails.orderBy('created_at').execute(), { interval: 10 })
    .toHaveLength(count)
    .then(() => mails.orderBy('created_at').execute())
}

/** The secret part of the link that is valid now. */
async function linkOf(userId = adaId): Promise<string> {
  const select = here.db.selectFrom('password_links').selectAll().where('user_id', '=', userId)
  const { company_id, issued_at } = await select.executeTakeFirstOrThrow()
  return secretOf(here.services.links.password(company_id, userId, issued_at))
}

async function issue(valid = hour): Promise<string> {
  const [issuedAt, expiresAt] = [new Date(time), new Date(time + valid)]
  const link = { companyId: here.company.id, userId: adaId, issuedAt, expiresAt }
  expect(await issuePasswordLink(here.db, link)).toBe(true)
  return await linkOf()
}

function show(link: string): Promise<Response> {
  return browser.ask('/password-link', withLink(link))
}

function choose(link: string, said: object = { password }, by = browser): Promise<Response> {
  return by.ask('/password-link', withLink(link, json('POST', said)))
}

describe('asking for a link', () => {
  test('mails one to an active user, in their language, valid for an hour', async () => {
    const answer = await askFor(ada.toUpperCase())
    expect([answer.status, await answer.json()]).toEqual([202, {}])

    const [mail] = await mailsOnceThereAre(1)
    expect(mail).toMatchObject({ recipient: ada, user_id: adaId, language: 'de', batch_id: null })
    const until = new Date(time + hour).toISOString()
    expect(mail?.content).toMatchObject({ firstName: 'Ada', expiresAt: until })
    expect(await read(await show(await linkOf()), passwordLink)).toMatchObject({
      email: ada,
      until,
    })
  })

  test('answers the same and mails nothing for an unknown address, and for who is only invited', async () => {
    const update = here.db.updateTable('users').set({ status: 'invited' })
    await update.where('id', '=', adaId).execute()
    for (const email of [ada, 'nobody@example.example', 'no address']) {
      const answer = await askFor(email)
      expect([answer.status, await answer.json()]).toEqual([202, {}])
    }
    await askFor(here.company.admin)
    const [mail] = await mailsOnceThereAre(1)
    expect(mail?.recipient).toBe(here.company.admin)
  })

  test('mails at most one in five minutes; a newer one replaces it', async () => {
    await askFor(ada)
    await mailsOnceThereAre(1)
    const first = await linkOf()
    time += 4 * minute
    await askFor(ada)
    await askFor(here.company.admin)
    await mailsOnceThereAre(2)
    expect(await linkOf()).toBe(first)

    time += minute
    await askFor(ada)
    await mailsOnceThereAre(3)
    expect(await refused(await show(first))).toEqual([410, 'link-replaced'])
    expect((await show(await linkOf())).status).toBe(200)
  })

  test('by strangers does not end a printed link: that one is mailed, as seldom as others', async () => {
    const printed = await issue(24 * hour)
    time += 10 * minute
    await askFor(ada)
    await mailsOnceThereAre(1)
    await askFor(ada)
    await askFor(here.company.admin)
    await mailsOnceThereAre(2)
    expect(await linkOf()).toBe(printed)
    expect((await show(printed)).status).toBe(200)
  })

  test('where the address is of users of several companies mails each their own', async () => {
    const other = await here.addCompany('Second')
    await here.addUser(other.id, ada)
    await askFor(ada)
    const mails = await mailsOnceThereAre(2)
    expect(new Set(mails.map(({ company_id }) => company_id))).toEqual(
      new Set([here.company.id, other.id]),
    )
    await here.db.deleteFrom('users').where('company_id', '=', other.id).execute()
  })

  test('too often from one network is slowed down', async () => {
    for (let wish = 0; wish < 31; wish++) await askFor(`user${wish}@example.example`, '192.0.2.66')
    const answer = await askFor(ada, '192.0.2.66')
    expect(await refused(answer)).toEqual([429, 'too-many-requests'])
    expect((await askFor(ada)).status).toBe(202)
  })

  test('by the page of another site is refused', async () => {
    const init = json('POST', { email: ada }, { 'sec-fetch-site': 'cross-site' })
    const answer = await here.ask('/password-links', { ...init, key: null })
    expect(await refused(answer)).toEqual([403, 'cross-site-request'])
  })
})

describe('choosing a password', () => {
  test('signs in, uses the link up, and lets sign in with it from then on', async () => {
    const link = await issue()
    const answer = await choose(link)
    expect(answer.status).toBe(201)
    expect(await read(answer, me)).toMatchObject({ id: adaId, hasPassword: true })
    expect((await browser.ask('/me')).status).toBe(200)

    expect(await refused(await show(link))).toEqual([410, 'link-used'])
    expect(await refused(await choose(link))).toEqual([410, 'link-used'])
    const signedIn = await openBrowser(here).send('POST', '/session', { email: ada, password })
    expect(signedIn.status).toBe(201)
  })

  test('for the first time lets the person say name and language, later it does not', async () => {
    const said = { password, firstName: ' Augusta ', lastName: 'King', language: 'en' }
    const first = await issue()
    expect(await read(await show(first), passwordLink)).toMatchObject({ isFirst: true })
    const answer = await read(await choose(first, said), me)
    expect(answer).toMatchObject({ firstName: 'Augusta', lastName: 'King', language: 'en' })

    time += minute
    const second = await issue()
    expect(await read(await show(second), passwordLink)).toMatchObject({ isFirst: false })
    const again = await choose(second, { ...said, firstName: 'Somebody' })
    expect(await read(again, me)).toMatchObject({ firstName: 'Augusta' })
  })

  test('ends all other sessions, and the old password', async () => {
    const company = { companyId: here.company.id, email: ada }
    await givePassword(here, { ...company, password: 'an old password' })
    const elsewhere = openBrowser(here)
    const old = { email: ada, password: 'an old password' }
    expect((await elsewhere.send('POST', '/session', old)).status).toBe(201)

    time += minute
    expect((await choose(await issue())).status).toBe(201)
    expect((await elsewhere.ask('/me')).status).toBe(401)
    expect((await openBrowser(here).send('POST', '/session', old)).status).toBe(401)
  })

  test('lets back in whom strangers have kept out', async () => {
    await givePassword(here, { companyId: here.company.id, email: ada, password })
    const guess = () => openBrowser(here).send('POST', '/session', { email: ada, password: 'no' })
    for (let tried = 0; tried < 6; tried++) await guess()
    expect((await guess()).status).toBe(429)
    await choose(await issue(), { password: 'quite another one' })
    const anew = { email: ada, password: 'quite another one' }
    expect((await openBrowser(here).send('POST', '/session', anew)).status).toBe(201)
  })

  test('that is too short or too common is refused, and the link still opens', async () => {
    const link = await issue()
    const short = await refusal(await choose(link, { password: 'short' }))
    expect(short).toMatchObject({ code: 'password-too-short', details: { least: 10 } })
    expect(short.title).toContain('at least 10 characters')
    for (const common of ['qwertyuiop', 'Lovelace.1815', 'ADA@example.example']) {
      const answer = await choose(link, { password: common })
      expect([common, ...(await refused(answer))]).toEqual([common, 422, 'password-too-common'])
    }
    const named = { password: 'augustaking1', firstName: 'Augusta', lastName: 'King' }
    expect(await refused(await choose(link, named))).toEqual([422, 'password-too-common'])
    expect((await choose(link)).status).toBe(201)
  })

  test('twice at once with the same link is done once', async () => {
    const link = await issue()
    const answers = await Promise.all(
      [0, 1, 2].map(() => choose(link, undefined, openBrowser(here))),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410, 410])
  })
})

describe('a link', () => {
  test('that has expired says until when it was valid', async () => {
    const link = await issue()
    time += hour
    for (const answer of [await show(link), await choose(link)]) {
      const problem = await refusal(answer)
      expect(problem).toMatchObject({ status: 410, code: 'link-expired' })
      expect(problem.details['until']).toBe(new Date(time).toISOString())
      expect(problem.title).toMatch(/valid until \d+ \w+ \d{4} at \d\d:\d\d UTC/)
    }
  })

  test('of somebody who was deleted, of another kind, or made up leads nowhere', async () => {
    const link = await issue()
    const { links } = here.services
    const invitation = secretOf(links.invitation(here.company.id, adaId, new Date(time)))
    for (const other of [invitation, 'made up', altered(link), '']) {
      expect(await refused(await show(other))).toEqual([404, 'link-unknown'])
    }
    await here.db.deleteFrom('users').where('id', '=', adaId).execute()
    expect(await refused(await show(link))).toEqual([404, 'link-unknown'])
    expect(await refused(await choose(link))).toEqual([404, 'link-unknown'])
  })

  test('goes into no log', async () => {
    const link = await issue()
    await choose(link, { password: 'a secret of its own' })
    expect(here.log.join()).not.toContain(link)
    expect(here.log.join()).not.toContain('a secret of its own')
  })
})
