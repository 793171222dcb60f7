import { sql } from 'kysely'
import { personName } from './person-name.ts'

/**
 * Beside `invitations`: who issued the invitation, by name, else by address; null for who is gone, or nobody in
 * particular.
 */
export const inviterName = sql<string | null>`(
  select ${personName(sql`inviters`)} from users inviters
  where inviters.company_id = invitations.company_id and inviters.id = invitations.issued_by)`
