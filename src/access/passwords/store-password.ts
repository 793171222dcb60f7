import { sql } from 'kysely'
import type { Tx } from '../../directory/schema.ts'

/** A password that a user has chosen. */
interface ChosenPassword {
  readonly companyId: string
  readonly userId: string
  /** By `hashChosenPassword`. */
  readonly hash: string
  readonly now: Date
  /** The session that goes on, if one does. */
  readonly keptSession?: string | null
}

/**
 * Stores a user's password in place of the one before. A link to choose one is used up by that, and the user's other
 * sessions are over: whoever knew the old password is out. Those are ended in a statement of their own, which sees
 * the session of somebody who held the old one for a moment longer (`passwordMustStand`).
 */
export async function storePassword(tx: Tx, chosen: ChosenPassword): Promise<void> {
  const { companyId, userId, hash, now, keptSession = null } = chosen
  await sql`
    insert into passwords (company_id, user_id, hash, changed_at)
    values (${companyId}, ${userId}, ${hash}, ${now})
    on conflict (company_id, user_id) do update
      set hash = excluded.hash, changed_at = excluded.changed_at`.execute(tx)
  await sql`
    with used as (
      delete from password_links where company_id = ${companyId} and user_id = ${userId}
    )
    delete from sessions
    where company_id = ${companyId} and user_id = ${userId}
      and id is distinct from ${keptSession}::uuid`.execute(tx)
}
