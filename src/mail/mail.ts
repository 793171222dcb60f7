import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'

/** A mail of the outbox, as it is rendered. What it says stands in `content`; links are derived. */
export type Mail = InvitationMail | GuestMail

/** Invites a user: sets out the rooms and carries one invitation link. */
export interface InvitationMail extends MailHead {
  readonly kind: 'invitation'
  readonly userId: string
  readonly content: InvitationContent
}

/** Brings a guest all of the links of one row. */
export interface GuestMail extends MailHead {
  readonly kind: 'guest'
  readonly content: GuestContent
}

interface MailHead {
  readonly id: string
  readonly companyId: string
  readonly companyName: string
  readonly recipient: string
  readonly language: Language
  readonly createdAt: Date
}

/** What the outbox keeps of an invitation. Times are ISO 8601. */
export interface InvitationContent {
  readonly firstName: string
  readonly lastName: string
  readonly issuedAt: string
  readonly rooms: readonly { readonly name: string; readonly role: Role }[]
}

/** What the outbox keeps of a guest mail. Times are ISO 8601. */
export interface GuestContent {
  readonly name: string
  readonly validFrom?: string
  readonly validUntil?: string
  readonly guests: readonly {
    readonly id: string
    readonly issuedAt: string
    readonly room: string
    readonly role: Role
  }[]
}
