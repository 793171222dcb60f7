import type { Db } from '../../directory/schema.ts'
import type { TokenClaim } from '../../directory/token.ts'
import { RequestError } from '../../domain/request-error.ts'
import { mustBeFirst } from './must-be-first.ts'

/**
 * Until when the link makes the first company.
 * @throws RequestError `company-exists-already`, `link-expired`
 */
export async function openSetUpLink(db: Db, { issuedAt }: TokenClaim, now: Date): Promise<Date> {
  await mustBeFirst(db)
  const until = new Date(issuedAt.getTime() + life)
  if (until <= now) throw new RequestError('link-expired', { until: until.toISOString() })
  return until
}

// Every start prints a new one.
const life = 24 * 60 * 60 * 1000
