import { sql } from 'kysely'

/** The columns of `mails` and `companies` that make a Mail. */
export const mailColumns = sql`
  mails.id, mails.company_id as "companyId", companies.name as "companyName",
  companies.reply_to as "replyTo", mails.kind,
  mails.user_id as "userId", mails.recipient, mails.language, mails.content,
  mails.created_at as "createdAt"`
