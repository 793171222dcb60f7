import type { Language } from './language.ts'

/** What somebody may do in a room, from the most to the least. */
export const roles = [
  'Admin',
  'Moderator',
  'Participant',
  'Guest',
  'Spectator',
  'No access',
] as const

export type Role = (typeof roles)[number]

/** The roles as people call them on screens and in mails. */
export const roleLabels: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  en: {
    Admin: 'Admin',
    Moderator: 'Moderator',
    Participant: 'Participant',
    Guest: 'Guest',
    Spectator: 'Spectator',
    'No access': 'No access',
  },
  de: {
    Admin: 'Admin',
    Moderator: 'Moderator',
    Participant: 'Teilnehmer',
    Guest: 'Gast',
    Spectator: 'Zuschauer',
    'No access': 'Kein Zugriff',
  },
}

/** What a role lets somebody do in a room. */
export interface Rights {
  /** Join, and receive audio and video. */
  readonly join: boolean
  /** Send audio and video. */
  readonly send: boolean
  /** Share the screen. */
  readonly share: boolean
  readonly moderate: boolean
  /** Edit the room. */
  readonly edit: boolean
}

const nothing: Rights = { join: false, send: false, share: false, moderate: false, edit: false }

/** The table of the roles, from the most to the least. */
export const roleRights: Readonly<Record<Role, Rights>> = {
  Admin: { join: true, send: true, share: true, moderate: true, edit: true },
  Moderator: { join: true, send: true, share: true, moderate: true, edit: false },
  Participant: { join: true, send: true, share: true, moderate: false, edit: false },
  Guest: { join: true, send: true, share: false, moderate: false, edit: false },
  Spectator: { ...nothing, join: true },
  'No access': nothing,
}
