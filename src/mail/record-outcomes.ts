import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import type { Claim } from './claim-mails.ts'
import { gather } from './gather.ts'
import { ownAnswer } from './own-answer.ts'

/** How the handing over of a claimed mail ended. */
export type Outcome = { readonly claim: Claim; readonly answer: string } & (
  | { readonly state: 'sent'; readonly sentAt: Date }
  | { readonly state: 'failed' }
  /** It may have left: the server had all of it, and no answer came. */
  | { readonly state: 'unknown' }
  /** To be tried again, unless it was held or recalled meanwhile. */
  | { readonly state: 'queued'; readonly dueAt: Date }
)

/**
 * Writes outcomes down as soon as they are known, so that a killed process leaves only what was just being
 * handed over unrecorded.
 * @returns a function that resolves when the outcome that it was given is in the database
 */
export function recordOutcomes(db: Db): (outcome: Outcome) => Promise<void> {
  return gather((outcomes) => write(db, outcomes))
}

// What was sent is recorded as sent, even if it was withdrawn meanwhile; all else only while the
// claim holds.
async function write(db: Db, outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.map(({ claim: { mail, leaseEnd }, state, answer, ...rest }) => ({
    company_id: mail.companyId,
    id: mail.id,
    lease_end: leaseEnd,
    state,
    answer,
    due_at: 'dueAt' in rest ? rest.dueAt : null,
    sent_at: 'sentAt' in rest ? rest.sentAt : null,
  }))
  await sql`
    with ended as (
      select outcome.*
      from json_to_recordset(${JSON.stringify(rows)}::json) as outcome (
        company_id uuid, id uuid, lease_end timestamptz, state text, answer text,
        due_at timestamptz, sent_at timestamptz)
      join mails using (company_id, id)
      where outcome.state = 'sent'
        or (mails.state = 'sending' and mails.due_at = outcome.lease_end)
      order by outcome.company_id, outcome.id
      for update of mails
    )
    update mails set
      state = case ended.state when 'queued' then coalesce(mails.if_not_taken, 'queued')
        else ended.state end,
      answer = case when ended.state = 'queued' and mails.if_not_taken = 'withdrawn'
        then ${ownAnswer('recalled')} else ended.answer end,
      if_not_taken = null, attempts = attempts + 1,
      due_at = coalesce(ended.due_at, mails.due_at), sent_at = ended.sent_at,
      handed_over_at = case ended.state when 'unknown' then mails.handed_over_at end
    from ended where mails.company_id = ended.company_id and mails.id = ended.id`.execute(db)
}
