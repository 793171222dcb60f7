import { sql } from 'kysely'
import { assignedRooms } from '../../directory/assigned-rooms.ts'
import { inviterName } from '../../directory/inviter-name.ts'
import type { Db, UserStatus } from '../../directory/schema.ts'
import type { TokenClaim } from '../../directory/token.ts'
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/role.ts'

/** A user who was invited, and the invitation that stands. */
export interface FoundInvitation {
  readonly companyId: string
  readonly company: string
  readonly userId: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
  readonly status: UserStatus
  /** Null: there is none any more, since it was accepted. */
  readonly issuedAt: Date | null
  readonly issuedBy: string | null
  /** What that user is called; null: nobody in particular, or somebody who is gone. */
  readonly inviter: string | null
  /** The rooms that they may enter by an assignment, by name. */
  readonly rooms: readonly { readonly room: string; readonly role: Role }[]
}

/** The user whom an invitation's link names, whichever of their links it is; undefined when they are gone. */
export async function findInvitation(
  db: Db,
  { companyId, subjectId }: TokenClaim,
): Promise<FoundInvitation | undefined> {
  const { rows } = await sql<FoundInvitation>`
    select users.company_id as "companyId", companies.name as company, users.id as "userId",
      users.email, users.first_name as "firstName", users.last_name as "lastName", users.language,
      users.status, invitations.issued_at as "issuedAt", invitations.issued_by as "issuedBy",
      ${inviterName} as inviter, ${assignedRooms} as rooms
    from users join companies on companies.id = users.company_id
    left join invitations
      on invitations.company_id = users.company_id and invitations.user_id = users.id
    where users.company_id = ${companyId} and users.id = ${subjectId}`.execute(db)
  return rows[0]
}
