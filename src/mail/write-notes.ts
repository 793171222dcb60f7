import { sql } from 'kysely'
import type { Db, Tx } from '../directory/schema.ts'
import type { Claim } from './claim-mails.ts'
import { isWithdrawn } from './mail-state.ts'
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

/** An outcome, or that a claimed mail is about to be handed over. */
export type Note = Outcome | { readonly claim: Claim; readonly state: 'leaving' }

/**
 * Writes notes into the outbox. What was sent is recorded as sent, even if it was withdrawn meanwhile; all else
 * only while the claim holds; and what was withdrawn does not leave.
 * @returns the ids of the mails whose notes were written
 */
export async function writeNotes(
  db: Db | Tx,
  notes: readonly Note[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (notes.length === 0) return new Set()
  const rows = notes.map(({ claim: { mail, leaseEnd }, state, ...rest }) => ({
    company_id: mail.companyId,
    id: mail.id,
    lease_end: leaseEnd,
    state,
    answer: 'answer' in rest ? rest.answer : null,
    due_at: 'dueAt' in rest ? rest.dueAt : null,
    sent_at: 'sentAt' in rest ? rest.sentAt : null,
  }))
  // All rows are locked in one order: no two statements wait for each other.
  const { rows: written } = await sql<{ id: string }>`
    with note as (
      select note.*
      from json_to_recordset(${JSON.stringify(rows)}::json) as note (
        company_id uuid, id uuid, lease_end timestamptz, state text, answer text,
        due_at timestamptz, sent_at timestamptz)
      join mails using (company_id, id)
      where note.state = 'sent'
        or (mails.state = 'sending' and mails.due_at = note.lease_end
          and (note.state <> 'leaving' or not ${isWithdrawn}))
      order by note.company_id, note.id
      for update of mails
    )
    update mails set
      state = case note.state when 'leaving' then mails.state
        when 'queued' then coalesce(mails.if_not_taken, 'queued') else note.state end,
      answer = case when note.state = 'leaving' then mails.answer
        when note.state = 'queued' and mails.if_not_taken = 'withdrawn'
          then ${ownAnswer('recalled')} else note.answer end,
      if_not_taken = case note.state when 'leaving' then mails.if_not_taken end,
      attempts = mails.attempts + case note.state when 'leaving' then 0 else 1 end,
      due_at = coalesce(note.due_at, mails.due_at),
      sent_at = case note.state when 'leaving' then mails.sent_at else note.sent_at end,
      handed_over_at = case note.state when 'leaving' then ${now}
        when 'unknown' then mails.handed_over_at end
    from note where mails.company_id = note.company_id and mails.id = note.id
    returning mails.id`.execute(db)
  return new Set(written.map(({ id }) => id))
}
