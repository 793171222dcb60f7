import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { ownAnswer } from './own-answer.ts'

/**
 * Finds mails that a process was handing over when it ended, or when it lost the database: its lease has run
 * out, and no answer was recorded. They may have left, so nobody sends them again but a person who decides to.
 */
export async function settleLost(db: Db, now: Date): Promise<void> {
  await sql`
    with lost as (
      select company_id, id from mails
      where state = 'sending' and due_at <= ${now} and handed_over_at is not null
      order by company_id, id
      for update skip locked
    )
    update mails set state = 'unknown', attempts = attempts + 1, answer = ${ownAnswer('record-lost')}
    from lost where mails.company_id = lost.company_id and mails.id = lost.id`.execute(db)
}
