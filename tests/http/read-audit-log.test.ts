import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { auditPage } from '../../src/http/contract/audit.ts'
import { logOf } from './support/audit-log.ts'
import { executed } from './support/execute.ts'
import { read, refused } from './support/read.ts'
import { json, startServer } from './support/start-server.ts'

describe('the log', () => {
  it('is only ever appended to', async () => {
    await using here = await startServer()
    await here.ask('/rooms', json('POST', { name: 'room 1', defaultRole: null }))
    for (const statement of [
      sql`update audit_log set act = 'nothing'`,
      sql`delete from audit_log`,
      sql`truncate audit_log`,
      sql`delete from audit_log where false`,
    ]) {
      await expect(statement.execute(here.db)).rejects.toThrow('only appended to')
    }
    expect(await logOf(here)).toHaveLength(1)
  })

  it('is of one company only', async () => {
    await using here = await startServer()
    const other = await here.addCompany('Other')
    await here.ask('/rooms', json('POST', { name: 'room 1', defaultRole: null }))
    expect(await logOf(here, '', other.key)).toEqual([])
    expect(await logOf(here, `&actor=${here.company.adminId}`, other.key)).toEqual([])
    const file = await here.ask('/audit-log/export', { key: other.key })
    expect(await file.text()).not.toContain('create-room')
  })

  it('names people as they are called today, and nobody who was deleted', async () => {
    await using here = await startServer()
    const key = await here.addUser(here.company.id, 'ada@example.org', ['create-a-room'])
    await here.ask('/rooms', { ...json('POST', { name: 'room 1', defaultRole: null }), key })
    const [before] = await logOf(here)
    expect(before?.actor.name).toBe('ada@example.org')

    await executed(here, 'delete-users', 'ada@example.org', { deletions: 1 })

    const [after] = await logOf(here)
    expect(after?.actor).toEqual({ ...before?.actor, name: null })
    const { rows } = await sql<{ text: string }>`
      select audit_log::text as text from audit_log`.execute(here.db)
    expect(rows.map(({ text }) => text).join()).not.toMatch(/ada@|Ada|Lovelace/)
  })

  it('is read by the page, by act, by person and by a part of their name or address', async () => {
    await using here = await startServer()
    const key = await here.addUser(here.company.id, 'alan@example.org', ['create-a-room'])
    for (const [index, by] of [key, here.company.key, key, key].entries()) {
      const wish = json('POST', { name: `room ${index}`, defaultRole: null })
      await here.ask('/rooms', { ...wish, key: by })
    }
    await here.ask('/company', json('PATCH', { language: 'de' }))

    const first = await read(await here.ask('/audit-log?limit=3'), auditPage)
    const rest = await read(await here.ask(`/audit-log?limit=3&cursor=${first.next}`), auditPage)
    expect(rest.next).toBeNull()
    const names = [...first.entries, ...rest.entries].map(({ subject }) => subject?.name ?? null)
    expect(names).toEqual(['Example', 'room 3', 'room 2', 'room 1', 'room 0'])

    expect(await logOf(here, '&act=change-company')).toHaveLength(1)
    expect(await logOf(here, '&search=ALAN')).toHaveLength(3)
    expect(await logOf(here, '&search=lovelace')).toHaveLength(3)
    expect(await logOf(here, '&search=nobody')).toEqual([])
    expect(await logOf(here, '&search=example&act=change-company')).toHaveLength(1)
    expect(await logOf(here, `&actor=${here.company.adminId}`)).toHaveLength(2)
    expect(await logOf(here, `&actor=${here.company.adminId}&search=alan`)).toEqual([])
  })

  it('is searched for people of whom there are too many to name each', async () => {
    await using here = await startServer()
    const key = await here.addUser(here.company.id, 'grace@example.org', ['create-a-room'])
    await sql`
      insert into users (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
      select ${here.company.id}, gen_random_uuid(), 'a' || n || '@x.org', 'a' || n || '@x.org',
        'Alan', 'Lovelace', 'en', 'active', now()
      from generate_series(1, 300) n`.execute(here.db)
    for (const [index, by] of [key, here.company.key, key].entries()) {
      const wish = json('POST', { name: `room ${index}`, defaultRole: null })
      await here.ask('/rooms', { ...wish, key: by })
    }
    expect(await logOf(here, '&search=lovelace')).toMatchObject([
      { subject: { name: 'room 0' } },
      { subject: { name: 'room 2' } },
    ])
  })

  it('is exported as a file that no spreadsheet takes for formulas, and that is noted, too', async () => {
    await using here = await startServer()
    await here.ask('/rooms', json('POST', { name: '=1+1, "x"', defaultRole: null }))
    const answer = await here.ask('/audit-log/export')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/audit-log-\d{4}-\d\d-\d\d\.csv/)
    const records = parse<Record<string, string>>((await answer.text()).replace('\ufeff', ''), {
      columns: true,
    })
    expect(records.at(-1)).toMatchObject({
      act: 'create-room',
      actor: here.company.admin,
      subject: `'=1+1, "x"`,
      details: '{}',
    })
    expect((await logOf(here)).at(-1)?.act).toBe('export-audit-log')
  })

  it('is for those only who manage the company settings', async () => {
    await using here = await startServer()
    const key = await here.addUser(here.company.id, 'alan@example.org', ['administrate-users'])
    for (const path of ['/audit-log', '/audit-log/export']) {
      expect(await refused(await here.ask(path, { key }))).toEqual([403, 'permission-required'])
    }
  })

  it('is not exported for what cannot be searched for, and says so', async () => {
    await using here = await startServer()
    const answer = await here.ask('/audit-log/export?search=%00')
    expect(await refused(answer)).toEqual([400, 'invalid-request'])
  })

  it('is exported whole and in order, however long it is', async () => {
    await using here = await startServer()
    await sql`
      insert into audit_log (company_id, id, at, act, actor_kind, details)
      select ${here.company.id}, ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, now(),
        'act ' || number, 'nobody', '{}'
      from generate_series(1, 2500) as number`.execute(here.db)
    const text = await (await here.ask('/audit-log/export')).text()
    const acts = parse<Record<string, string>>(text.replace('\ufeff', ''), { columns: true })
    expect(acts.slice(-2500).map(({ act }) => act)).toEqual(
      Array.from({ length: 2500 }, (_, index) => `act ${2500 - index}`),
    )
  })
})
