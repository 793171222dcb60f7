import { sql } from 'kysely'
import { personName } from '../directory/person-name.ts'
import type { Tx } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import { queueInvitations, withdrawInvitations, type InvitationToQueue } from './outbox.ts'

/**
 * Mails a user the invitation that stands, with the rooms that are open to them by now, in their own language.
 * One that has not left yet is taken back: nobody gets the same twice. Who has no invitation gets no mail.
 */
export async function mailInvitation(
  tx: Tx,
  { companyId, userId, now }: { companyId: string; userId: string; now: Date },
): Promise<void> {
  const { rows } = await sql<InvitationToQueue & { readonly language: Language }>`
    select users.id as "userId", users.email as recipient, users.first_name as "firstName",
      users.last_name as "lastName", users.language, invitations.issued_at as "issuedAt",
      (
        select ${personName(sql`inviters`)} from users inviters
        where inviters.company_id = ${companyId} and inviters.id = invitations.issued_by
      ) as inviter,
      coalesce((
        select json_agg(json_build_object('name', rooms.name, 'role', assignments.role)
          order by rooms.name)
        from assignments join rooms
          on rooms.company_id = assignments.company_id and rooms.id = assignments.room_id
        where assignments.company_id = ${companyId} and assignments.user_id = users.id
          and assignments.role <> 'No access'
      ), '[]') as rooms
    from users join invitations
      on invitations.company_id = users.company_id and invitations.user_id = users.id
    where users.company_id = ${companyId} and users.id = ${userId}`.execute(tx)
  const [invited] = rows
  if (invited === undefined) return
  const { language, ...mail } = invited
  await withdrawInvitations(tx, { companyId, userIds: [userId] })
  await queueInvitations(tx, { companyId, batchId: null, language, now, mails: [mail] })
}
