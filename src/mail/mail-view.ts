import type { Links } from '../directory/links.ts'
import { invitationEnd } from '../domain/invitation.ts'
import { roleLabels } from '../domain/role.ts'
import type { GuestMail, InvitationMail, Mail, PasswordMail, TestMail } from './mail.ts'
import { oneLine } from './one-line.ts'
import { sentences } from './sentences.ts'
import { writeTime } from './write-time.ts'

/** What the template of this kind of mail says: sentences in the recipient's language, and links. */
export function mailView(mail: Mail, links: Links): object {
  if (mail.kind === 'invitation') return invitationView(mail, links)
  if (mail.kind === 'guest') return guestView(mail, links)
  return mail.kind === 'password' ? passwordView(mail, links) : testView(mail)
}

function invitationView(mail: InvitationMail, links: Links) {
  const { language, companyId, companyName, userId, content } = mail
  const words = sentences[language].invitation
  const issuedAt = new Date(content.issuedAt)
  return {
    greeting: greeting(mail),
    intro: words.intro(oneLine(companyName), oneLine(content.inviter ?? '')),
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

function passwordView(mail: PasswordMail, links: Links) {
  const { language, companyId, companyName, userId, content } = mail
  const words = sentences[language].password
  return {
    greeting: greeting(mail),
    intro: words.intro(oneLine(companyName)),
    choose: words.choose,
    link: links.password(companyId, userId, new Date(content.issuedAt)),
    copy: sentences[language].copy,
    validity: words.validity(writeTime(new Date(content.expiresAt), language)),
    unexpected: words.unexpected,
  }
}

function testView({ language, companyName }: TestMail) {
  const words = sentences[language].test
  return {
    greeting: sentences[language].greeting('', ''),
    intro: words.intro(oneLine(companyName)),
    looks: words.looks,
    unexpected: words.unexpected,
  }
}

function greeting({ language, content }: InvitationMail | PasswordMail): string {
  return sentences[language].greeting(oneLine(content.firstName), oneLine(content.lastName))
}
