import type { TokenClaim } from '../../directory/token.ts'
import { invitationEnd } from '../../domain/invitation.ts'
import { RequestError } from '../../domain/request-error.ts'
import type { FoundInvitation } from './find-invitation.ts'

/** An invitation that nobody has accepted or withdrawn. */
export interface PendingInvitation extends FoundInvitation {
  readonly issuedAt: Date
}

/**
 * Somebody still waits to be let in: whichever of their links was shown, a mail can help them.
 * @throws RequestError `link-withdrawn`, `link-used`
 */
export function mustBePending(found: FoundInvitation | undefined): PendingInvitation {
  if (found?.status === 'active') throw new RequestError('link-used')
  if (found === undefined || found.issuedAt === null) throw new RequestError('link-withdrawn')
  return { ...found, issuedAt: found.issuedAt }
}

/**
 * The link that was shown is the one that stands, and its time is not over.
 * @throws RequestError `link-withdrawn`, `link-used`, `link-replaced`, `link-expired`
 */
export function mustBeOpen(
  found: FoundInvitation | undefined,
  claim: TokenClaim,
  now: Date,
): PendingInvitation {
  const pending = mustBePending(found)
  if (pending.issuedAt.getTime() !== claim.issuedAt.getTime()) {
    throw new RequestError('link-replaced')
  }
  const until = invitationEnd(pending.issuedAt)
  if (now >= until) throw new RequestError('link-expired', { until: until.toISOString() })
  return pending
}
