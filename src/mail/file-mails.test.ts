import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutbox, testNow, testSender, type TestOutbox } from '../../tests/support/outbox.ts'
import { deliverMails } from './deliver.ts'
import { withdrawInvitations } from './outbox.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'roster-mails-'))
})
afterAll(() => rm(root, { recursive: true }))

describe('without a server', () => {
  it('every mail becomes one file for its owner only, and stays queued', async () => {
    await using outbox = await createOutbox()
    const folder = newFolder()
    const [ada] = await outbox.invite(['ada@example.org', 'alan@example.org'])

    expect(await deliver(outbox, folder)).toMatchObject({ filed: 2, sent: 0, trouble: null })
    expect(await deliver(outbox, folder)).toMatchObject({ filed: 0 })

    const [name = '', other] = await readdir(folder)
    expect(name).toMatch(/^2026-11-22T10-00-00Z-ada@example\.org-[\da-f]{8}\.eml$/)
    expect(other).toMatch(/^2026-11-22T10-00-00Z-alan@example\.org-/)
    expect(await modeOf(folder)).toBe(0o700)
    expect(await modeOf(path.join(folder, name))).toBe(0o600)

    const [first] = await outbox.mails()
    expect(first).toMatchObject({ state: 'queued', filedAt: testNow, attempts: 0 })
    const mail = await simpleParser(await readFile(path.join(folder, name)))
    const link = testSender.links.invitation(outbox.companyId, ada ?? '', testNow)
    expect(mail.messageId).toBe(`<${first?.id}@meet.example.org>`)
    expect(mail.date).toEqual(testNow)
    expect(mail.from?.text).toBe('"Example" <roster@example.org>')
    expect(mail.to).toMatchObject({ text: '"Ada Lovelace" <ada@example.org>' })
    expect(mail.subject).toBe('Example invites you')
    expect(mail.text).toContain(`\n${link}\n`)
    expect(mail.html).toContain(`href="${link}"`)
  })

  it('a company of any name and people of any name end in readable files inside the folder', async () => {
    await using outbox = await createOutbox('Evil\r\nBcc: all@example.org')
    const folder = newFolder()
    await outbox.invite(
      ['../../up@example.org', 'jörg@münchen.example', `${'x'.repeat(300)}@a.org`],
      {
        firstName: 'Ada\r\nBcc: spy@example.org\r\n\r\n<b>',
        lastName: '"Q" <x@evil.org>,',
      },
    )

    await deliver(outbox, folder)

    const names = await readdir(folder)
    expect(names).toHaveLength(3)
    expect(names.join()).toContain('jörg@münchen.example')
    expect(await readdir(root)).not.toContain('up@example.org')
    for (const name of names) {
      expect(name).toMatch(/^[\p{L}\p{N}@._+-]{1,120}$/u)
      const mail = await simpleParser(await readFile(path.join(folder, name)))
      expect(mail.bcc).toBeUndefined()
      expect(mail.subject).toBe('Evil Bcc: all@example.org invites you')
      expect(mail.to).toMatchObject({
        value: [{ name: 'Ada Bcc: spy@example.org <b> "Q" <x@evil.org>,' }],
      })
    }
  })

  it('the file of a withdrawn mail is removed by the next run, and of no other', async () => {
    await using outbox = await createOutbox()
    const { db, companyId } = outbox
    const folder = newFolder()
    const [ada = ''] = await outbox.invite(['ada@example.org', 'alan@example.org'])
    await deliver(outbox, folder)
    await db.transaction().execute((tx) => withdrawInvitations(tx, { companyId, userIds: [ada] }))

    await deliver(outbox, folder)

    expect((await readdir(folder)).map((name) => name.slice(21, 36))).toEqual(['alan@example.or'])
    expect(await outbox.mails()).toMatchObject([
      { state: 'withdrawn', filedAt: null },
      { state: 'queued', filedAt: testNow },
    ])
  })

  it('a mail that was withdrawn before it had a file gets none, and no folder is made for nothing', async () => {
    await using outbox = await createOutbox()
    const { db, companyId } = outbox
    const folder = newFolder()
    const userIds = await outbox.invite(['ada@example.org'])
    await db.transaction().execute((tx) => withdrawInvitations(tx, { companyId, userIds }))

    expect(await deliver(outbox, folder)).toMatchObject({ filed: 0 })
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  it('a file that a killed process left half-written is written anew', async () => {
    await using outbox = await createOutbox()
    const folder = newFolder()
    await outbox.invite(['ada@example.org'])
    await deliver(outbox, folder)
    const [name = ''] = await readdir(folder)
    await writeFile(path.join(folder, `.${name}.part`), 'half')
    await sql`update mails set filed_at = null`.execute(outbox.db)

    expect(await deliver(outbox, folder)).toMatchObject({ filed: 1 })

    expect(await readdir(folder)).toEqual([name])
    const mail = await simpleParser(await readFile(path.join(folder, name)))
    expect(mail.subject).toBe('Example invites you')
  })

  it('two deliveries side by side write each of 1,000 mails once', async () => {
    await using outbox = await createOutbox()
    const folder = newFolder()
    await outbox.invite(Array.from({ length: 1000 }, (_, index) => `p${index}@example.org`))

    const [one, other] = await Promise.all([deliver(outbox, folder), deliver(outbox, folder)])

    expect(one.filed + other.filed).toBe(1000)
    expect(await readdir(folder)).toHaveLength(1000)
  })
})

function deliver({ db }: TestOutbox, folder: string) {
  const signal = new AbortController().signal
  return deliverMails({ ...testSender, db, folder, transport: null, now: () => testNow, signal })
}

let folders = 0
function newFolder(): string {
  return path.join(root, `data-${++folders}`, 'mails')
}

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777
}
