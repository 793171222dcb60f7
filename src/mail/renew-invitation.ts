import { sql } from 'kysely'
import { issueInvitations } from '../directory/issue-invitations.ts'
import type { Tx } from '../directory/schema.ts'
import { firstIdOf } from '../domain/id.ts'
import { invitationEnd } from '../domain/invitation.ts'
import { RequestError } from '../domain/request-error.ts'
import { mailInvitation } from './mail-invitation.ts'

/**
 * Mails an invited user the link that opens: the one that stands, or a new one where its time is over, on behalf of
 * the same inviter. The user must be locked, so that two who ask at once get one mail.
 * @throws RequestError `link-renewed-lately`, when they got a mail within the last hour
 */
export async function renewInvitation(
  tx: Tx,
  invitation: {
    readonly companyId: string
    readonly userId: string
    readonly issuedAt: Date
    readonly issuedBy: string | null
  },
  now: Date,
): Promise<void> {
  const { companyId, userId, issuedAt, issuedBy } = invitation
  const mailedAt = await lastMailed(tx, { companyId, userId, since: new Date(+now - pause) })
  if (mailedAt !== null) {
    const minutes = Math.ceil((+mailedAt + pause - +now) / minute)
    throw new RequestError('link-renewed-lately', { minutes })
  }
  if (now >= invitationEnd(issuedAt)) {
    await issueInvitations({ tx, companyId, now, issuedBy }, [userId])
  }
  await mailInvitation(tx, { companyId, userId, now })
}

const minute = 60_000
const pause = 60 * minute

/** When an invitation was last mailed to them since then. */
async function lastMailed(
  tx: Tx,
  to: { readonly companyId: string; readonly userId: string; readonly since: Date },
): Promise<Date | null> {
  // Ids begin with their time: only the mails since then are looked through, however many there are.
  const { rows } = await sql<{ at: Date | null }>`
    select max(created_at) as at from mails
    where company_id = ${to.companyId} and id >= ${firstIdOf(to.since)}
      and user_id = ${to.userId} and kind = 'invitation' and created_at > ${to.since}`.execute(tx)
  return rows[0]?.at ?? null
}
