import type { EmailAddress } from './email.ts'
import type { Localised } from './language.ts'
import type { Role } from './role.ts'

/** What a cell with room names says. Only the directory knows which of the two readings is right. */
export interface RoomNames {
  /** The whole cell as one name: a room's own name may contain a comma. */
  readonly whole: string
  /** The cell split at its commas, quoted names kept whole. */
  readonly parts: readonly string[]
}

/** What each field's cell becomes once it is read. */
export interface FieldValues {
  readonly email: EmailAddress
  readonly firstName: string
  readonly lastName: string
  readonly rooms: RoomNames
  readonly role: Role
  readonly name: string
  readonly sendMail: boolean
}

export type FieldName = keyof FieldValues

/** What the cells of a field are, so that whoever fills them in can be helped. */
export const fieldKinds = ['email', 'text', 'rooms', 'role', 'boolean'] as const

export type FieldKind = (typeof fieldKinds)[number]

/** What an administrator must know about a field, and what its column may be called. */
export interface Field {
  readonly label: Localised
  readonly kind: FieldKind
  /** Other names that columns with this field bear in real files, in both languages. */
  readonly aliases: readonly string[]
  /** The longest text, in characters. */
  readonly maxLength: number
}
