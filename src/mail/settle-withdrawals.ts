import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'

const chunk = 5_000

/**
 * Moves what was withdrawn over into the mails themselves; what had left by then stays as it is. A mail that is just
 * being handed over may leave: it is withdrawn once the server has not taken it, and in doubt if nobody learns that.
 */
export async function settleWithdrawals(db: Db): Promise<void> {
  // In the order of their keys, as all who lock mails do, so that none can block another for good.
  const settle = sql<{ settled: number }>`
    with asked as (
      select company_id, mail_id from mail_withdrawals
      order by company_id, mail_id
      limit ${chunk}
      for update skip locked
    ), unsent as (
      select mails.company_id, mails.id
      from asked cross join lateral (
        select company_id, id from mails
        where company_id = asked.company_id and id = asked.mail_id
          and state in ('held', 'queued', 'sending')
        for update
      ) mails
      order by mails.company_id, mails.id
    ), withdrawn as (
      update mails set
        state = case when handed_over_at is null then 'withdrawn' else state end,
        if_not_taken = case when handed_over_at is null then if_not_taken else 'withdrawn' end
      from unsent where mails.company_id = unsent.company_id and mails.id = unsent.id
    ), settled as (
      delete from mail_withdrawals using asked
      where mail_withdrawals.company_id = asked.company_id
        and mail_withdrawals.mail_id = asked.mail_id
      returning 1
    )
    select count(*)::int as settled from settled`
  for (;;) {
    const { rows } = await settle.execute(db)
    if ((rows[0]?.settled ?? 0) < chunk) return
  }
}
