import { sql } from 'kysely'
import { assignedRooms } from '../directory/assigned-rooms.ts'
import { inviterName } from '../directory/inviter-name.ts'
import type { Tx } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'
import { queueInvitations, withdrawInvitations, type InvitationToQueue } from './outbox.ts'

/**
 * Mails a user the invitation that stands, with the rooms that are open to them by now, in their own language.
 * One that has not left yet is taken back: nobody gets the same twice. Who has no invitation gets no mail.
 */
export async function mailInvitation(
  tx: Tx,
  { companyId, userId, now }: { companyId: string; userId: string; now: Date },
): Promise<void> {
  const { rows } = await sql<StandingInvitation>`
    select users.id as "userId", users.email as recipient, users.first_name as "firstName",
      users.last_name as "lastName", users.language, invitations.issued_at as "issuedAt",
      ${inviterName} as inviter, ${assignedRooms} as rooms
    from users join invitations
      on invitations.company_id = users.company_id and invitations.user_id = users.id
    where users.company_id = ${companyId} and users.id = ${userId}`.execute(tx)
  const [invited] = rows
  if (invited === undefined) return
  const { language, ...rest } = invited
  const mail = { ...rest, rooms: rest.rooms.map(({ room, role }) => ({ name: room, role })) }
  await withdrawInvitations(tx, { companyId, userIds: [userId] })
  await queueInvitations(tx, { companyId, batchId: null, language, now, mails: [mail] })
}

interface StandingInvitation extends Omit<InvitationToQueue, 'rooms'> {
  readonly language: Language
  readonly rooms: readonly { readonly room: string; readonly role: Role }[]
}
