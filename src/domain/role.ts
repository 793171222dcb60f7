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
