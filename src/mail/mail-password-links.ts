import { sql } from 'kysely'
import type { Db, Tx } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import { passwordLinkLife } from '../domain/password-link-life.ts'
import { queuePasswordLinks } from './outbox.ts'

/**
 * Mails a link to choose a password to every active user with this address, of whichever company. Nobody gets more
 * than one in five minutes, however often strangers ask.
 * @returns how many mails were queued
 */
export async function mailPasswordLinks(db: Db, emailKey: string, now: Date): Promise<number> {
  const users = await usersWith(db, emailKey)
  let mails = 0
  for (const user of users) {
    await db.transaction().execute(async (tx) => {
      const link = (await issueMailed(tx, user, now)) ?? (await longerLived(tx, user, now))
      if (link === undefined) return
      const { companyId, language, ...recipient } = user
      const queue = { companyId, batchId: null, language, now }
      await queuePasswordLinks(tx, { ...queue, mails: [{ ...recipient, ...link }] })
      mails++
    })
  }
  return mails
}

interface Addressee {
  readonly companyId: string
  readonly userId: string
  readonly recipient: string
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
}

interface Link {
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** One probe of the index per company: `offset 0` keeps the planner from walking through all users. */
async function usersWith(db: Db, emailKey: string): Promise<readonly Addressee[]> {
  const { rows } = await sql<Addressee>`
    select companies.id as "companyId", bearer.*
    from companies
    cross join lateral (
      select id as "userId", email as recipient, first_name as "firstName",
        last_name as "lastName", language
      from users
      where company_id = companies.id and email_key = ${emailKey} and status = 'active'
      offset 0
    ) bearer`.execute(db)
  return rows
}

/** A new link in place of the one before; undefined where that is too young, or lives longer than the new one would. */
async function issueMailed(tx: Tx, user: Addressee, now: Date): Promise<Link | undefined> {
  const expiresAt = new Date(now.getTime() + passwordLinkLife.mailed)
  const { rows } = await sql<Link>`
    insert into password_links (company_id, user_id, issued_at, expires_at)
    values (${user.companyId}, ${user.userId}, ${now}, ${expiresAt})
    on conflict (company_id, user_id) do update
      set issued_at = excluded.issued_at, expires_at = excluded.expires_at
      where password_links.issued_at <= ${paused(now)}
        and password_links.expires_at <= excluded.expires_at
    returning issued_at as "issuedAt", expires_at as "expiresAt"`.execute(tx)
  return rows[0]
}

/** A printed link that stands: mailed as it is, since strangers must not be able to end it by asking for another. */
async function longerLived(tx: Tx, user: Addressee, now: Date): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    select issued_at as "issuedAt", expires_at as "expiresAt" from password_links as link
    where company_id = ${user.companyId} and user_id = ${user.userId}
      and expires_at > ${new Date(now.getTime() + passwordLinkLife.mailed)}
      and not exists (
        select from mails
        where mails.company_id = link.company_id and mails.user_id = link.user_id
          and mails.kind = 'password' and mails.created_at > ${paused(now)})
    for update`.execute(tx)
  return rows[0]
}

function paused(now: Date): Date {
  return new Date(now.getTime() - passwordLinkLife.pause)
}
