import { sql } from 'kysely'
import { keyRows, mailKeys, round, type MailKey } from '../mail/mail-keys.ts'
import { settleWithdrawals } from '../mail/settle-withdrawals.ts'
import type { Past } from './clear-past.ts'
import { firstId } from './pages.ts'

// A tenth of a second on a small machine, where the database has no statistics of a large outbox yet.
const slice = 2_000

/**
 * Deletes the mails that are older than that, and all mails to users who are gone. What has not left until then will
 * not leave any more. A mail that has a file waits until a delivery has removed that.
 */
export async function clearMails(past: Past): Promise<void> {
  await withdrawUnsent(past)
  await settleWithdrawals(past.db)
  await withdrawFiled(past)
  await deleteSettled(past)
}

// Through the withdrawals, as everywhere: a delivery may be at work with them.
async function withdrawUnsent({ db, before }: Past): Promise<void> {
  await sql`
    insert into mail_withdrawals (company_id, mail_id)
    select company_id, id from mails
    where state in ('held', 'queued', 'sending')
      and (created_at < ${before} or ${isToNobody})
    on conflict do nothing`.execute(db)
}

// Their files lie there from the days before there was a mail server; a delivery removes those of withdrawn mails.
async function withdrawFiled({ db, before }: Past): Promise<void> {
  await sql`
    update mails set state = 'withdrawn'
    where filed_at is not null and state in ('failed', 'unknown')
      and (created_at < ${before} or ${isToNobody})`.execute(db)
}

// Each look goes on behind the last, by primary key: from the beginning, it would meet all that was just deleted.
async function deleteSettled({ db, before, signal }: Past): Promise<void> {
  let last: MailKey = { companyId: firstId, id: firstId }
  const find = async () => {
    const { rows } = await sql<MailKey>`
      select company_id as "companyId", id from mails
      where (company_id, id) > (${last.companyId}::uuid, ${last.id}::uuid)
        and filed_at is null and state in ('sent', 'failed', 'unknown', 'withdrawn')
        and (created_at < ${before} or ${isToNobody})
      order by company_id, id limit ${round}`.execute(db)
    last = rows.at(-1) ?? last
    return rows
  }
  for await (const keys of mailKeys({ find, size: slice, goesOn: () => !signal.aborted })) {
    await sql`
      delete from mails using ${keyRows(keys)}
      where mails.company_id = key.company_id and mails.id = key.id
        and mails.filed_at is null
        and mails.state in ('sent', 'failed', 'unknown', 'withdrawn')`.execute(db)
  }
}

const isToNobody = sql`(user_id is not null and not exists (
  select from users where users.company_id = mails.company_id and users.id = mails.user_id))`
