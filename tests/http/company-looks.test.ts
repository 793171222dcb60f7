import { describe, expect, it } from 'vitest'
import { company } from '../../src/http/contract/company.ts'
import { auditPage } from '../../src/http/contract/audit.ts'
import { mailContent, mailPage } from '../../src/http/contract/mail.ts'
import { queuePasswordLinks } from '../../src/mail/outbox.ts'
import { jpeg, png } from '../support/pictures.ts'
import { executed } from './support/execute.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const change = (here: TestServer, body: object) => here.ask('/company', json('PATCH', body))

const bring = (here: TestServer, bytes: Uint8Array, type = 'image/png') =>
  here.ask('/company/logo', {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { 'content-type': type },
  })

describe('a company', () => {
  it('is shown with all that its mails say of it', async () => {
    await using here = await startServer()
    expect(await read(await here.ask('/company'), company)).toEqual({
      id: here.company.id,
      name: 'Example',
      language: 'en',
      replyTo: null,
      holdsMails: false,
      hasLogo: false,
    })
  })

  it('changes what is said, and keeps the rest', async () => {
    await using here = await startServer()
    await change(here, { name: '  Größe  ', replyTo: ' office@example.org ' })
    const changed = await read(await change(here, { language: 'de', holdsMails: true }), company)
    expect(changed).toMatchObject({
      name: 'Größe',
      language: 'de',
      replyTo: 'office@example.org',
      holdsMails: true,
    })
    const cleared = await read(await change(here, { replyTo: null }), company)
    expect(cleared).toMatchObject({ replyTo: null, holdsMails: true })
    const { entries } = await read(await here.ask('/audit-log?act=change-company'), auditPage)
    expect(entries.map(({ details }) => details)).toEqual([
      { changed: ['replyTo'] },
      { changed: ['language', 'holdsMails'], held: 0 },
      { changed: ['name', 'replyTo'] },
    ])
  })

  it.each(['office', 'a@example.org, b@example.org', 'x@example.org\r\nBcc: y@example.org'])(
    'takes no answers at %j',
    async (replyTo) => {
      await using here = await startServer()
      const problem = await refusal(await change(here, { name: 'New', replyTo }))
      expect(problem.code).toBe('invalid-request')
      expect(problem.title).toContain('is not an email address')
      expect(await read(await here.ask('/company'), company)).toMatchObject({ name: 'Example' })
    },
  )

  it('cannot take the name of another, nor find out many names of others', async () => {
    await using here = await startServer()
    await here.addCompany('Other')
    const problem = await refusal(await change(here, { name: 'Other' }))
    expect(problem.code).toBe('company-name-taken')
    expect(problem.title).toBe('The name “Other” cannot be used here. Choose another.')
    for (let guess = 0; guess < 9; guess++) await change(here, { name: 'Other' })
    expect(await refused(await change(here, { name: 'Other' }))).toEqual([429, 'too-many-requests'])
    expect(await refused(await change(here, { name: 'Free' }))).toEqual([429, 'too-many-requests'])
    expect((await change(here, { language: 'de' })).status).toBe(200)
  })
})

describe('a logo', () => {
  it.each([
    ['PNG', 'image/png', png(300, 90)],
    ['JPEG', 'image/jpeg', jpeg(2000, 2000)],
  ])('is a %s, shown as what it is and as nothing else', async (_, type, bytes) => {
    await using here = await startServer()
    expect((await bring(here, bytes, 'text/html')).status).toBe(204)
    const shown = await here.ask('/company/logo')
    expect(shown.headers.get('content-type')).toBe(type)
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('cache-control')).toBe('no-store')
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes)
    expect(await read(await here.ask('/company'), company)).toMatchObject({ hasLogo: true })
  })

  it('is replaced, and removed', async () => {
    await using here = await startServer()
    await bring(here, png(300, 90))
    await bring(here, jpeg(100, 50))
    expect((await here.ask('/company/logo')).headers.get('content-type')).toBe('image/jpeg')
    expect((await here.ask('/company/logo', { method: 'DELETE' })).status).toBe(204)
    expect(await refused(await here.ask('/company/logo'))).toEqual([404, 'no-logo'])
    expect(await refused(await here.ask('/company/logo', { method: 'DELETE' }))).toEqual([
      404,
      'no-logo',
    ])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['JSON', Buffer.from('{}')],
    ['what is too wide', png(2001, 10)],
    ['what is too high', jpeg(10, 2001)],
    ['what is too heavy', Buffer.concat([png(10, 10), Buffer.alloc(100_000)])],
  ])('is not %s', async (_, bytes) => {
    await using here = await startServer()
    for (const type of ['image/png', 'application/json']) {
      const problem = await refusal(await bring(here, bytes, type))
      expect(problem).toMatchObject({ status: 422, code: 'unusable-logo' })
      expect(problem.title).toContain('at most 100 kB and 2,000 pixels')
    }
    expect((await here.ask('/company/logo')).status).toBe(404)
  })

  it('is of its company only, and changed only by who manages its settings', async () => {
    await using here = await startServer()
    await bring(here, png(300, 90))
    const other = await here.addCompany('Other')
    expect((await here.ask('/company/logo', { key: other.key })).status).toBe(404)
    const key = await here.addUser(here.company.id, 'alan@example.org', ['administrate-users'])
    expect((await here.ask('/company/logo', { key })).status).toBe(200)
    expect((await here.ask('/company/logo', { key, method: 'DELETE' })).status).toBe(403)
  })
})

describe('a mail that is looked at', () => {
  it('shows the logo without anything that would have to be loaded', async () => {
    await using here = await startServer()
    await bring(here, png(300, 90))
    await executed(here, 'invite-users', 'ada@example.org,Ada,Lovelace')
    const { mails } = await read(await here.ask('/mails'), mailPage)
    const shown = await here.ask(`/mails/${mails[0]?.id}/html`)
    const base64 = png(300, 90).toString('base64')
    expect(await shown.text()).toContain(
      `src="data:image/png;base64,${base64.replaceAll('=', '&#x3D;')}" width="200" height="60"`,
    )
    expect(shown.headers.get('content-security-policy')).toContain('img-src data:')
  })

  it('keeps a link to choose a password to itself, whoever may read the outbox', async () => {
    await using here = await startServer()
    const issuedAt = new Date()
    const link = {
      userId: here.company.adminId,
      recipient: here.company.admin,
      firstName: 'Ada',
      lastName: 'Lovelace',
      issuedAt,
      expiresAt: new Date(issuedAt.getTime() + 3_600_000),
    }
    const queue = { companyId: here.company.id, batchId: null, language: 'en' } as const
    await here.db
      .transaction()
      .execute((tx) => queuePasswordLinks(tx, { ...queue, now: issuedAt, mails: [link] }))

    const { mails } = await read(await here.ask('/mails?kind=password'), mailPage)
    const shown = await read(await here.ask(`/mails/${mails[0]?.id}`), mailContent)
    const preview = await (await here.ask(`/mails/${mails[0]?.id}/html`)).text()
    const secret = here.services.links.password(here.company.id, link.userId, issuedAt).slice(-72)
    expect(shown.links).toEqual([])
    expect(shown.text).toContain('/password/…\n')
    expect(JSON.stringify(shown) + preview).not.toContain(secret)
  })
})
