import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLinks } from '../directory/links.ts'
import { languages } from '../domain/language.ts'
import { roles } from '../domain/role.ts'
import type { GuestMail, InvitationMail, Mail, PasswordMail, TestMail } from './mail.ts'
import { renderMail } from './render-mail.ts'

const links = createLinks({ publicUrl: 'https://meet.example.org/roster/', key: 'ab'.repeat(32) })
const id = '019a0000-0000-7000-8000-000000000001'
const head = {
  id,
  companyId: id,
  companyName: 'Example',
  replyTo: null,
  recipient: 'ada@example.org',
  language: 'en',
  createdAt: new Date('2026-11-22T10:00:00Z'),
} as const
const invitation: InvitationMail = {
  ...head,
  kind: 'invitation',
  userId: '019a0000-0000-7000-8000-000000000002',
  content: {
    firstName: 'Ada',
    lastName: 'Lovelace',
    issuedAt: '2026-11-22T10:00:00.000Z',
    rooms: [
      { name: 'room 1', role: 'Moderator' },
      { name: 'room 2', role: 'No access' },
    ],
  },
}
const guest: GuestMail = {
  ...head,
  kind: 'guest',
  content: {
    name: 'Emmy Noether',
    guests: [
      { id, issuedAt: '2026-11-22T10:00:00.000Z', room: 'room 1', role: 'Spectator' },
      {
        id: '019a0000-0000-7000-8000-000000000003',
        issuedAt: '2026-11-22T10:00:00.000Z',
        room: 'room 2',
        role: 'Participant',
      },
    ],
  },
}
const oneGuest: GuestMail = {
  ...guest,
  content: { ...guest.content, guests: guest.content.guests.slice(0, 1) },
}
const password: PasswordMail = {
  ...head,
  kind: 'password',
  userId: invitation.userId,
  content: {
    firstName: 'Ada',
    lastName: 'Lovelace',
    issuedAt: '2026-11-22T10:00:00.000Z',
    expiresAt: '2026-11-22T12:00:00.000Z',
  },
}
const test: TestMail = { ...head, kind: 'test', userId: invitation.userId, content: {} }

describe('an invitation', () => {
  const link = links.invitation(id, invitation.userId, head.createdAt)

  it('says in English who invites, where to accept, until when, and what the rooms are', () => {
    const { subject, text } = renderMail(invitation, links)
    expect(subject).toBe('Example invites you')
    expect(text).toBe(`Hello Ada,

Example has invited you to meet online.
To accept the invitation, choose a password:

${link}

The link is valid for 15 days, until 7 December 2026 at 10:00 UTC, and works once.

Your rooms:
- room 1 (Moderator)
- room 2 (No access)

You did not expect this? Then you can ignore this mail: as long as you choose no password, nothing happens, and the link expires by itself.

--
Sent to ada@example.org on behalf of Example.
`)
  })

  it('says it in German with the German role names and date', () => {
    const { subject, text } = renderMail({ ...invitation, language: 'de' }, links)
    expect(subject).toBe('Example lädt Sie ein')
    expect(text).toContain('Guten Tag Ada Lovelace,')
    expect(text).toContain('gilt 15 Tage, bis zum 7. Dezember 2026 um 10:00 UTC,')
    expect(text).toContain('- room 2 (Kein Zugriff)\n')
    expect(text).toContain(`\n${link}\n`)
  })

  it('without rooms does not speak of rooms', () => {
    const { text, html } = renderMail(
      { ...invitation, content: { ...invitation.content, rooms: [] } },
      links,
    )
    expect(text).not.toMatch(/room/i)
    expect(html).not.toContain('Your rooms')
  })

  it('carries the same link, rooms and roles as HTML', () => {
    const { html } = renderMail(invitation, links)
    expect(html).toContain(`href="${link}"`)
    expect(html).toContain('>room 1</td>')
    expect(html).toContain('>Moderator</td>')
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
  })
})

describe('a guest mail', () => {
  it('lists every room with its role and its own link, in both parts', () => {
    const { subject, text, html } = renderMail(guest, links)
    expect(subject).toBe('Your guest links for 2 rooms at Example')
    for (const { id, room, role } of guest.content.guests) {
      const link = links.guest(head.companyId, id, head.createdAt)
      expect(text).toContain(`${room} (${role}):\n${link}\n`)
      expect(html).toContain(`href="${link}"`)
    }
  })

  it('names the room in the subject when there is one', () => {
    expect(renderMail(oneGuest, links).subject).toBe('Your guest link for room 1 at Example')
    expect(renderMail({ ...oneGuest, language: 'de' }, links).subject).toBe(
      'Ihr Gastlink für room 1 bei Example',
    )
  })

  it.each([
    [{}, 'The link is valid until further notice.', 'Der Link gilt bis auf Weiteres.'],
    [
      { validUntil: '2027-01-31T18:00:00Z' },
      'The link is valid until 31 January 2027 at 18:00 UTC.',
      'Der Link gilt bis zum 31. Januar 2027 um 18:00 UTC.',
    ],
    [
      { validFrom: '2027-01-01T08:30:00Z' },
      'The link is valid from 1 January 2027 at 08:30 UTC.',
      'Der Link gilt ab dem 1. Januar 2027 um 08:30 UTC.',
    ],
    [
      { validFrom: '2027-01-01T08:30:00Z', validUntil: '2027-01-31T18:00:00Z' },
      'The link is valid from 1 January 2027 at 08:30 UTC until 31 January 2027 at 18:00 UTC.',
      'Der Link gilt vom 1. Januar 2027 um 08:30 UTC bis zum 31. Januar 2027 um 18:00 UTC.',
    ],
  ])('says how long its link is valid: %o', (validity, english, german) => {
    const mail = { ...oneGuest, content: { ...oneGuest.content, ...validity } }
    expect(renderMail(mail, links).text).toContain(english)
    expect(renderMail({ ...mail, language: 'de' }, links).text).toContain(german)
  })
})

describe('a mail with a link to choose a password', () => {
  const link = links.password(id, password.userId, head.createdAt)

  it('says who may have asked for it, where to choose, and until when', () => {
    const { subject, text, html } = renderMail(password, links)
    expect(subject).toBe('Choose a password for Example')
    expect(text).toBe(`Hello Ada,

Somebody asked for a link to choose a password for your account at Example. If it was you, here it is:

${link}

The link is valid until 22 November 2026 at 12:00 UTC and works once.

It was not you? Then you can ignore this mail: your account stays as it is, and the link expires by itself.

--
Sent to ada@example.org on behalf of Example.
`)
    expect(html).toContain(`href="${link}"`)
  })

  it('greets whoever has told no name without one', () => {
    const nameless = { ...password, content: { ...password.content, firstName: '', lastName: '' } }
    expect(renderMail(nameless, links).text).toMatch(/^Hello,\n/)
    expect(renderMail({ ...nameless, language: 'de' }, links).text).toMatch(/^Guten Tag,\n/)
  })
})

it('a test mail says what it is, and has no link', () => {
  const { subject, text, html } = renderMail(test, links)
  expect(subject).toBe('Test mail of Example')
  expect(text).toContain('They do, and this is how they look.')
  expect(text + html).not.toContain('https://')
})

describe('what people chose', () => {
  it('is never markup in the HTML part', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&{{company}}'
    for (const mail of saying(evil)) {
      const { html } = renderMail(mail, links)
      expect(html).not.toContain('<img')
      expect(html).toContain('&lt;img src&#x3D;x')
    }
  })

  it('stays on the line where it stands, whatever characters it is made of', () => {
    const lines = renderMail(saying('x')[0], links).text.split('\n').length
    const guestLines = renderMail(saying('x')[1], links).text.split('\n').length
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const [first, second] = saying(`x${text}`).map((mail) => renderMail(mail, links))
        expect(first?.text.split(lineBreak)).toHaveLength(lines)
        expect(second?.text.split(lineBreak)).toHaveLength(guestLines)
        for (const mail of [first, second])
          expect(mail?.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })

  it('cannot turn around the reading direction of what stands beside it', () => {
    const { text, subject } = renderMail(saying('room\u202Egro.live\u2066')[0], links)
    expect(text + subject).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  })
})

it('every language and role is complete', () => {
  for (const language of languages) {
    for (const role of roles) {
      const { text, html } = renderMail(
        {
          ...invitation,
          language,
          content: { ...invitation.content, rooms: [{ name: 'r', role }] },
        },
        links,
      )
      expect(text + html).not.toMatch(/undefined|\[object|NaN|Invalid|\{\{/)
    }
  }
})

it('every kind of mail is complete in every language', () => {
  for (const language of languages) {
    for (const mail of [invitation, guest, password, test]) {
      const { subject, text, html } = renderMail({ ...mail, language }, links)
      expect(subject + text + html).not.toMatch(/undefined|\[object|NaN|Invalid|\{\{/)
    }
  }
})

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

function saying(text: string): [Mail, Mail] {
  return [
    {
      ...invitation,
      companyName: text,
      recipient: text,
      content: {
        ...invitation.content,
        firstName: text,
        lastName: text,
        rooms: [{ name: text, role: 'Admin' }],
      },
    },
    {
      ...guest,
      companyName: text,
      recipient: text,
      content: {
        name: text,
        guests: oneGuest.content.guests.map((one) => ({ ...one, room: text })),
      },
    },
  ]
}
