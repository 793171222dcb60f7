import { sql } from 'kysely'
import type { Db, OpenedBy } from '../directory/schema.ts'

/** A session as its owner recognises it. */
export interface SessionEntry {
  readonly id: string
  readonly openedBy: OpenedBy
  readonly browser: string | null
  readonly address: string | null
  readonly createdAt: Date
  readonly lastUsedAt: Date
}

/** A user's sessions that are open, the last used first. */
export async function listSessions(
  db: Db,
  { companyId, userId, now }: { companyId: string; userId: string; now: Date },
): Promise<readonly SessionEntry[]> {
  return await db
    .selectFrom('sessions')
    .leftJoin('api_keys', (join) =>
      join
        .onRef('api_keys.company_id', '=', 'sessions.company_id')
        .onRef('api_keys.id', '=', 'sessions.key_id'),
    )
    .select([
      'sessions.id',
      'sessions.opened_by as openedBy',
      'sessions.browser',
      'sessions.address',
      'sessions.created_at as createdAt',
      'sessions.last_used_at as lastUsedAt',
    ])
    .where('sessions.company_id', '=', companyId)
    .where('sessions.user_id', '=', userId)
    .where('sessions.expires_at', '>', now)
    .where(sql<boolean>`(api_keys.expires_at is null or api_keys.expires_at > ${now})`)
    .orderBy('sessions.last_used_at', 'desc')
    .orderBy('sessions.id', 'desc')
    .execute()
}
