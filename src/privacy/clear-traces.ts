import { sql } from 'kysely'
import type { Past } from './clear-past.ts'

/**
 * Deletes what is of no use any more of sessions, links to choose a password, failed sign-ins, repeated requests and
 * the pace of mails. Each is small: nothing here comes by the million.
 */
export async function clearTraces({ db, now, before }: Past): Promise<void> {
  const yesterday = new Date(now.getTime() - day)
  await sql`delete from sessions where expires_at <= ${now}`.execute(db)
  // Whoever opens an old one is told for a while that it has expired, and not only that nobody knows it.
  await sql`delete from password_links where expires_at < ${before}`.execute(db)
  await sql`delete from failed_sign_ins where last_at < ${yesterday}`.execute(db)
  await sql`delete from idempotency_keys where created_at < ${yesterday}`.execute(db)
  await sql`delete from mail_pace where minute < ${yesterday}`.execute(db)
}

const day = 24 * 60 * 60 * 1000
