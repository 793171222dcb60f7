import * as fc from 'fast-check'
import { simpleParser, type ParsedMail } from 'mailparser'
import MailComposer from 'nodemailer/lib/mail-composer'
import { describe, expect, it } from 'vitest'
import { testSender } from '../../tests/support/outbox.ts'
import { jpeg, png } from '../../tests/support/pictures.ts'
import type { Logo } from '../directory/company-logo.ts'
import { composeMail } from './compose-mail.ts'
import type { Mail } from './mail.ts'
import { oneLine } from './one-line.ts'

const id = '019a0000-0000-7000-8000-000000000001'
const issuedAt = '2026-11-22T10:00:00.000Z'
const head = {
  id,
  companyId: id,
  companyName: 'Example',
  replyTo: null,
  recipient: 'ada@example.org',
  language: 'en',
  createdAt: new Date(issuedAt),
} as const

/** Every kind of mail, in which everything that somebody can choose says this. */
function mailsSaying(text: string): readonly Mail[] {
  const all = { ...head, companyName: text, replyTo: 'office@example.org' }
  const name = { firstName: text, lastName: text }
  const rooms = [{ name: text, role: 'Admin' }] as const
  const guests = [{ id, issuedAt, room: text, role: 'Guest' }] as const
  const invitation = { ...name, inviter: text, issuedAt, rooms }
  return [
    { ...all, kind: 'invitation', userId: id, content: invitation },
    { ...all, kind: 'guest', content: { name: text, guests } },
    { ...all, kind: 'password', userId: id, content: { ...name, issuedAt, expiresAt: issuedAt } },
    { ...all, kind: 'test', userId: id, content: {} },
  ]
}

/** What arrives: composed, written out as bytes, and read again. */
async function arrived(mail: Mail, logo: Logo | null = null): Promise<ParsedMail> {
  const sender = {
    ...testSender,
    from: { address: testSender.from, name: '' },
    logoOf: async () => logo,
  }
  const message = await composeMail(mail, sender, mail.createdAt)
  return await simpleParser(await new MailComposer(message).compile().build())
}

describe('whatever people are called', () => {
  // What a header, an address, an encoded word or HTML would take for its own.
  const hostile = fc.constantFrom(
    '\r\nBcc: eve@example.net',
    '=?utf-8?Q?=0D=0ABcc:?=',
    'Ada" <eve@example.net>',
    'a, eve@example.net;',
    '\n\n<b>',
    '"><script>',
    '</td>',
    '{{link}}',
    '\u202E\0',
    'ä'.repeat(90),
  )
  const text = fc
    .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 4 })
    .map((parts) => `x${parts.join('')}y`)

  it('stays in its place in the header', async () => {
    const plain = await Promise.all(mailsSaying('x').map((mail) => arrived(mail)))
    await fc.assert(
      fc.asyncProperty(text, async (said) => {
        for (const [index, mail] of mailsSaying(said).entries()) {
          const got = await arrived(mail)
          expect([...got.headers.keys()]).toEqual([...(plain[index]?.headers.keys() ?? [])])
          expect(addressesOf(got)).toEqual([
            ['roster@example.org'],
            ['ada@example.org'],
            ['office@example.org'],
          ])
          expect(visible(got.from?.value[0]?.name)).toBe(visible(oneLine(said)))
          expect(visible(got.subject)).toContain(visible(oneLine(said)))
          expect(got.attachments).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stays text in the HTML', async () => {
    const known = new Map<string, number>()
    for (const mail of mailsSaying('x')) known.set(mail.kind, tags(await htmlOf(mail)).length)
    await fc.assert(
      fc.asyncProperty(text, async (said) => {
        for (const mail of mailsSaying(said)) {
          expect(tags(await htmlOf(mail))).toHaveLength(known.get(mail.kind) ?? 0)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a mail', () => {
  it('is answered to where the company says, in its name', async () => {
    const [mail] = mailsSaying('Example')
    const got = await arrived({ ...(mail ?? never()), replyTo: 'büro@example.org' })
    expect(got.replyTo?.value).toEqual([{ address: 'büro@example.org', name: 'Example' }])
    expect((await arrived({ ...(mail ?? never()), replyTo: null })).replyTo).toBeUndefined()
  })

  it('offers no list to unsubscribe from, since nobody is on one', async () => {
    for (const mail of mailsSaying('Example')) {
      const headers = [...(await arrived(mail)).headers.keys()]
      expect(headers.filter((name) => name.startsWith('list'))).toEqual([])
    }
  })

  it('brings the logo along, no larger than 200 × 60, with the name for who sees no pictures', async () => {
    for (const [logo, size] of [
      [{ type: 'image/png', bytes: png(800, 120) }, 'width="200" height="30"'],
      [{ type: 'image/jpeg', bytes: jpeg(120, 120) }, 'width="60" height="60"'],
      [{ type: 'image/png', bytes: png(40, 20) }, 'width="40" height="20"'],
    ] as const) {
      for (const mail of mailsSaying('A & B')) {
        const sender = { ...testSender, from: { address: 'r@example.org', name: '' } }
        const composed = await composeMail(
          mail,
          { ...sender, logoOf: async () => logo },
          new Date(),
        )
        expect(composed.html).toContain(
          `src="cid:logo.${id}@meet.example.org" ${size} alt="A &amp; B"`,
        )
        const [part, ...others] = (await arrived(mail, logo)).attachments
        expect(others).toEqual([])
        expect(part).toMatchObject({
          contentType: logo.type,
          contentDisposition: 'inline',
          related: true,
          cid: `logo.${id}@meet.example.org`,
        })
        expect(part?.content).toEqual(logo.bytes)
      }
    }
  })
})

function tags(html: string): readonly string[] {
  return html.match(/<\/?[a-z][^>]*>/gi) ?? []
}

async function htmlOf(mail: Mail): Promise<string> {
  return String((await arrived(mail)).html)
}

function addressesOf({ from, to, replyTo }: ParsedMail): (string | undefined)[][] {
  return [from, to, replyTo].map((header) =>
    [header ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address)),
  )
}

/** As people see it: the reader of mails may write the same characters in another way. */
function visible(text = ''): string {
  return text.normalize().replaceAll('\u200b', '')
}

function never(): never {
  throw new Error('There is always a first mail.')
}
