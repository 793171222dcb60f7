import { sql } from 'kysely'
import type { Links } from '../directory/links.ts'
import type { Db } from '../directory/schema.ts'
import { linkEnd } from './link-end.ts'
import type { GuestMail, InvitationMail, Mail, PasswordMail } from './mail.ts'

/** A link of a mail. */
export interface MailLink {
  /** The room that it opens; null: it is to choose a password. */
  readonly room: string | null
  readonly link: string
  /** False when it has ended, was used or replaced, or when its user or guest is gone. */
  readonly opens: boolean
}

/** The links of a mail in its order, and whether the directory still knows what they lead to. */
export async function mailLinks(
  db: Db,
  mail: Mail,
  { links, now }: { readonly links: Links; readonly now: Date },
): Promise<readonly MailLink[]> {
  const end = linkEnd(mail)
  const hasEnded = end !== null && end <= now
  const found = await linksOf(db, mail, links)
  return found.map((link) => ({ ...link, opens: link.opens && !hasEnded }))
}

async function linksOf(db: Db, mail: Mail, links: Links): Promise<readonly MailLink[]> {
  if (mail.kind === 'invitation') return invitation(db, mail, links)
  if (mail.kind === 'guest') return guests(db, mail, links)
  return mail.kind === 'password' ? password(db, mail, links) : []
}

async function invitation(
  db: Db,
  { companyId, userId, content }: InvitationMail,
  links: Links,
): Promise<readonly MailLink[]> {
  const issuedAt = new Date(content.issuedAt)
  const { rows } = await sql`
    select from invitations join users
      on users.company_id = invitations.company_id and users.id = invitations.user_id
    where invitations.company_id = ${companyId} and invitations.user_id = ${userId}
      and invitations.issued_at = ${issuedAt} and users.status = 'invited'`.execute(db)
  const link = links.invitation(companyId, userId, issuedAt)
  return [{ room: null, link, opens: rows.length === 1 }]
}

async function password(
  db: Db,
  { companyId, userId, content }: PasswordMail,
  links: Links,
): Promise<readonly MailLink[]> {
  const issuedAt = new Date(content.issuedAt)
  const { rows } = await sql`
    select from password_links
    where company_id = ${companyId} and user_id = ${userId} and issued_at = ${issuedAt}`.execute(db)
  const link = links.password(companyId, userId, issuedAt)
  return [{ room: null, link, opens: rows.length === 1 }]
}

async function guests(
  db: Db,
  { companyId, content }: GuestMail,
  links: Links,
): Promise<readonly MailLink[]> {
  const ids = content.guests.map(({ id }) => id)
  const { rows } = await sql<{ id: string; issuedAt: Date }>`
    select id, issued_at as "issuedAt" from guests
    where company_id = ${companyId} and id = any(${ids}::uuid[])`.execute(db)
  const issued = new Map(rows.map(({ id, issuedAt }) => [id, issuedAt.getTime()]))
  return content.guests.map(({ id, room, ...guest }) => {
    const issuedAt = new Date(guest.issuedAt)
    const link = links.guest(companyId, id, issuedAt)
    return { room, link, opens: issued.get(id) === issuedAt.getTime() }
  })
}
