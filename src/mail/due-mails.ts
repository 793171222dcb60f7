import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { round, type MailKey } from './mail-keys.ts'
import { isPaced, minuteOf, type Pace } from './pace.ts'

interface Due {
  readonly pace: Pace
  readonly now: Date
}

/**
 * What is due, the longest due first: at most a round of it, and no more than this minute still has room for.
 * What is beyond that stays as it is, however much it is, and keeps nothing else waiting.
 */
export async function dueMails(db: Db, due: Due): Promise<readonly MailKey[]> {
  const { rows } = await (isPaced(due.pace) ? paced(due) : all(due)).execute(db)
  return rows
}

const isDue = (now: Date) => sql`
  mails.state in ('queued', 'sending') and mails.due_at <= ${now} and mails.handed_over_at is null`

const all = ({ now }: Due) => sql<MailKey>`
  select company_id as "companyId", id from mails
  where ${isDue(now)}
  order by due_at, id
  limit ${round}`

// As `takePace` counts: the domain is what stands behind the last @.
const domain = sql`lower(split_part(mails.recipient, '@', -1)) collate "C"`

const paced = ({ pace: { perMinute, perMinuteAndDomain }, now }: Due) => sql<MailKey>`
  with due as (
    select company_id, id, due_at, ${domain} as domain,
      row_number() over (partition by ${domain} order by due_at, id) as place
    from mails where ${isDue(now)}
  ), taken as (
    select domain, mails from mail_pace where minute = ${minuteOf(now)}
  )
  select due.company_id as "companyId", due.id
  from due left join taken on taken.domain = due.domain
  where ${perMinuteAndDomain}::int is null
    or due.place <= ${perMinuteAndDomain}::int - coalesce(taken.mails, 0)
  order by due.due_at, due.id
  limit greatest(0, least(${round},
    ${perMinute}::int - coalesce((select mails from taken where domain = ''), 0)))`
