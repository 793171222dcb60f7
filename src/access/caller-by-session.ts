import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import type { Caller } from './caller.ts'
import { ownerOfSession } from './find-caller.ts'
import { isSecretOf } from './hash-secret.ts'
import { isToBeNoted } from './is-to-be-noted.ts'
import { sessionLife } from './session-life.ts'
import { sessionToken } from './session-token.ts'
import type { Token } from './token-format.ts'

/** Where sessions are, and which count. */
interface Sessions {
  readonly db: Db
  readonly now: Date
  /** Those that the example company gave without a key; they end where it is no longer open. */
  readonly opensExample: boolean
}

/**
 * The user whose session has this token. Its use prolongs the session.
 * @throws RequestError `sign-in-required`
 */
export async function callerBySession(text: string, sessions: Sessions): Promise<Caller> {
  const { db, now } = sessions
  const token = sessionToken.read(text)
  if (token === undefined) throw new RequestError('sign-in-required')
  const owner = await ownerOfSession(db, token, sessions)
  if (owner === undefined || !isSecretOf(owner.secretHash, token.secret)) {
    throw new RequestError('sign-in-required')
  }
  if (isToBeNoted(owner.lastUsedAt, now)) await noteUse(db, token, now)
  return owner.caller
}

async function noteUse(db: Db, token: Token, now: Date): Promise<void> {
  const unused = new Date(now.getTime() + sessionLife.unused)
  const noted = sql`
    update sessions set
      last_used_at = ${now},
      expires_at = least(${unused}, created_at + make_interval(secs => ${sessionLife.longest / 1000}))
    where company_id = ${token.companyId} and id = ${token.id}`.execute(db)
  // Where nothing can be written any more (a full disk), people must still be able to read.
  await noted.catch(() => undefined)
}
