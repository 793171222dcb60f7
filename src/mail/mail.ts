import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'

/** A mail of the outbox, as it is rendered. What it says stands in `content`; links are derived. */
export type Mail = InvitationMail | GuestMail | PasswordMail | TestMail

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

/** Brings a user a link with which they choose a password. */
export interface PasswordMail extends MailHead {
  readonly kind: 'password'
  readonly userId: string
  readonly content: PasswordContent
}

/** Shows whoever asked for it that mails arrive, and how they look. */
export interface TestMail extends MailHead {
  readonly kind: 'test'
  readonly userId: string
  readonly content: TestContent
}

interface MailHead {
  readonly id: string
  readonly companyId: string
  readonly companyName: string
  /** Where answers go; null: to whom the mail is from. */
  readonly replyTo: string | null
  readonly recipient: string
  readonly language: Language
  readonly createdAt: Date
}

/** What the outbox keeps of an invitation. Times are ISO 8601. */
export interface InvitationContent {
  readonly firstName: string
  readonly lastName: string
  /** Who invites: a name, else an address. Unless given, the company. */
  readonly inviter?: string
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

/** What the outbox keeps of a mail with a link to choose a password. Times are ISO 8601. */
export interface PasswordContent {
  readonly firstName: string
  readonly lastName: string
  readonly issuedAt: string
  readonly expiresAt: string
}

/** A test says nothing of its own. */
export type TestContent = Readonly<Record<string, never>>
