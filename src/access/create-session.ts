import { sql } from 'kysely'
import type { Db, OpenedBy } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import type { Caller } from './caller.ts'
import { hashSecret } from './hash-secret.ts'
import { sessionLife } from './session-life.ts'
import { sessionToken } from './session-token.ts'

/** How a session began: what its owner will recognise it by. */
export interface SessionStart {
  readonly openedBy: OpenedBy
  /** Such as “Firefox on Linux”; null where the browser does not say. */
  readonly browser: string | null
  /** The network address from which it was opened. */
  readonly address: string | null
  readonly now: Date
}

/**
 * Opens a session for who has just proved who they are, and clears away those of the company that have expired.
 * @returns its token, which is stored nowhere
 */
export async function createSession(db: Db, caller: Caller, start: SessionStart): Promise<string> {
  const { companyId, userId } = caller.actor
  const { openedBy, browser, address, now } = start
  const token = sessionToken.make(companyId, newId(now.getTime()))
  const expiresAt = new Date(now.getTime() + sessionLife.unused)
  await sql`
    with expired as (
      -- Two whose sessions have expired over night end theirs first: neither may wait for the other’s.
      delete from sessions where company_id = ${companyId} and id in (
        select id from sessions where company_id = ${companyId} and expires_at <= ${now}
        for update skip locked)
    )
    insert into sessions
      (company_id, id, user_id, key_id, secret_hash, created_at, expires_at, last_used_at,
        opened_by, browser, address)
    values (${companyId}, ${token.id}, ${userId}, ${caller.keyId}, ${hashSecret(token.secret)},
      ${now}, ${expiresAt}, ${now}, ${openedBy}, ${browser}, ${address})`.execute(db)
  return sessionToken.write(token)
}
