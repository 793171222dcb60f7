import type { Needs } from '../access/policy.ts'
import type { Language, Localised } from '../domain/language.ts'
import { permissions, type Permission } from '../domain/permission.ts'

/** What an act needs, as a refusal names it. */
export function neededLabel(needs: keyof typeof labels, language: Language): string {
  return labels[needs][language]
}

const labels = {
  ...(Object.fromEntries(
    Object.entries(permissions).map(([permission, { label }]) => [permission, label]),
  ) as Readonly<Record<Permission, Localised>>),
  'whole-account': {
    en: 'Manage one’s own account (a key with few permissions may not)',
    de: 'Das eigene Konto verwalten (ein Schlüssel mit wenigen Berechtigungen darf das nicht)',
  },
  installation: {
    en: 'Manage the installation (the key in its data folder)',
    de: 'Installation verwalten (der Schlüssel in ihrem Datenordner)',
  },
  watcher: {
    en: 'Watch over the server (ROSTER_METRICS_TOKEN, or the key in its data folder)',
    de: 'Server überwachen (ROSTER_METRICS_TOKEN, oder der Schlüssel in ihrem Datenordner)',
  },
} satisfies Partial<Record<Needs, Localised>>
