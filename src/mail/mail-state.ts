import { sql } from 'kysely'
import type { MailState } from '../directory/schema.ts'

/** Was a row of `mails` withdrawn, without a delivery having settled it so far? */
export const isWithdrawn = sql<boolean>`exists (
  select from mail_withdrawals gone
  where gone.company_id = mails.company_id and gone.mail_id = mails.id)`

/** The state of a row of `mails`: what is withdrawn counts as that, also before a delivery has settled it. */
export const mailState = sql<MailState>`
  case when mails.state in ('held', 'queued', 'sending') and ${isWithdrawn}
    then 'withdrawn' else mails.state end`
