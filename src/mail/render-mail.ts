import type { Links } from '../directory/links.ts'
import { invitationEnd } from '../domain/invitation.ts'
import { roleLabels } from '../domain/role.ts'
import { mailSubject } from './mail-subject.ts'
import type { GuestMail, InvitationMail, Mail } from './mail.ts'
import { oneLine } from './one-line.ts'
import { sentences } from './sentences.ts'
import { templates } from './templates.ts'
import { writeTime } from './write-time.ts'

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * What the recipient reads, in their language: as plain text that is complete by itself, and as HTML.
 * Whatever people chose (names, rooms, addresses) is text and nothing else in both.
 */
export function renderMail(mail: Mail, links: Links): RenderedMail {
  const frame = {
    language: mail.language,
    company: oneLine(mail.companyName),
    subject: mailSubject(mail),
    footer: sentences[mail.language].footer(oneLine(mail.companyName), oneLine(mail.recipient)),
  }
  const { text, html } = templates[mail.kind]
  const view = {
    ...frame,
    ...(mail.kind === 'invitation' ? invitationView(mail, links) : guestView(mail, links)),
  }
  return { subject: frame.subject, text: text(view), html: html(view) }
}

function invitationView(mail: InvitationMail, links: Links) {
  const { language, companyId, companyName, userId, content } = mail
  const words = sentences[language].invitation
  const issuedAt = new Date(content.issuedAt)
  return {
    greeting: words.greeting(oneLine(content.firstName), oneLine(content.lastName)),
    intro: words.intro(oneLine(companyName)),
    act: words.act,
    accept: words.accept,
    link: links.invitation(companyId, userId, issuedAt),
    copy: sentences[language].copy,
    validity: words.validity(writeTime(invitationEnd(issuedAt), language)),
    roomsTitle: words.rooms(content.rooms.length),
    rooms: content.rooms.map(({ name, role }) => ({
      room: oneLine(name),
      role: roleLabels[language][role],
    })),
    unexpected: words.unexpected,
  }
}

function guestView(mail: GuestMail, links: Links) {
  const { language, companyId, companyName, content } = mail
  const words = sentences[language].guest
  const [from, until] = [content.validFrom, content.validUntil].map((time) =>
    time === undefined ? undefined : writeTime(new Date(time), language),
  )
  return {
    greeting: words.greeting(oneLine(content.name)),
    intro: words.intro(oneLine(companyName), content.guests.length),
    enter: words.enter,
    rooms: content.guests.map(({ id, issuedAt, room, role }) => ({
      room: oneLine(room),
      role: roleLabels[language][role],
      link: links.guest(companyId, id, new Date(issuedAt)),
    })),
    validity: words.validity(content.guests.length, from, until),
    unexpected: words.unexpected,
  }
}
