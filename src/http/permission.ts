import { permissions, type Permission } from '../domain/permission.ts'
import type { Language, Localised } from '../domain/language.ts'

/**
 * Who may call a route: a user with the permission, any user (`signed-in`), who holds the folder key
 * (`installation`), or everybody (`public`).
 */
export type RoutePermission = Permission | 'signed-in' | 'installation' | 'public'

/** The permission as a refusal names it. */
export function permissionLabel(
  permission: Permission | 'installation',
  language: Language,
): string {
  return permission === 'installation'
    ? installation[language]
    : permissions[permission].label[language]
}

const installation: Localised = {
  en: 'Manage the installation (the key in its data folder)',
  de: 'Installation verwalten (der Schlüssel in ihrem Datenordner)',
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route names one. */
    permission?: RoutePermission
  }
}
