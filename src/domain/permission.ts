import type { Localised } from './language.ts'

/** What a user may do in the company. A permission includes those whose `parent` it is. */
export const permissions = {
  'manage-company-settings': {
    parent: null,
    label: { en: 'Manage company settings', de: 'Firmeneinstellungen verwalten' },
  },
  'show-all-usernames': {
    parent: 'manage-company-settings',
    label: { en: 'Show all usernames', de: 'Alle Benutzernamen anzeigen' },
  },
  'administrate-users': {
    parent: 'manage-company-settings',
    label: { en: 'Administrate users', de: 'Benutzer administrieren' },
  },
  'list-all-users': {
    parent: 'administrate-users',
    label: { en: 'List all users', de: 'Alle Benutzer auflisten' },
  },
  'administrate-rooms': {
    parent: 'manage-company-settings',
    label: { en: 'Administrate rooms', de: 'Räume administrieren' },
  },
  'list-all-rooms': {
    parent: 'administrate-rooms',
    label: { en: 'List all rooms', de: 'Alle Räume auflisten' },
  },
  'create-a-room': {
    parent: 'administrate-rooms',
    label: { en: 'Create a room', de: 'Raum erstellen' },
  },
} as const satisfies Record<string, { parent: string | null; label: Localised }>

export type Permission = keyof typeof permissions

/** All there are, parents before their children. */
export const allPermissions = Object.keys(permissions) as readonly Permission[]

/** Does somebody who was granted these permissions hold this one, directly or through a parent? */
export function holds(granted: readonly Permission[], needed: Permission): boolean {
  if (granted.includes(needed)) return true
  const { parent } = permissions[needed]
  return parent !== null && holds(granted, parent)
}

/** What both lists include: the topmost permissions of it, since each includes its children. */
export function commonPermissions(
  one: readonly Permission[],
  other: readonly Permission[],
): readonly Permission[] {
  const isCommon = (permission: Permission | null) =>
    permission !== null && holds(one, permission) && holds(other, permission)
  return allPermissions.filter(
    (permission) => isCommon(permission) && !isCommon(permissions[permission].parent),
  )
}
