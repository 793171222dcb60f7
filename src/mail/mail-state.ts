import { sql } from 'kysely'
import type { MailState } from '../directory/schema.ts'

/** The state of a row of `mails`: what is withdrawn counts as that, also before a delivery has settled it. */
export const mailState = sql<MailState>`
  case when mails.state in ('queued', 'sending') and exists (
    select from mail_withdrawals gone
    where gone.company_id = mails.company_id and gone.mail_id = mails.id
  ) then 'withdrawn' else mails.state end`
