import type { EffectName } from './effect.ts'
import type { Language, Localised } from './language.ts'

/** Is it what would happen, or what has happened? */
export type Tense = 'planned' | 'done'

/** A sentence with the number, without a full stop: “3 people will be invited”. */
export function describeEffect(
  { effect, count }: { readonly effect: EffectName; readonly count: number },
  tense: Tense,
  language: Language,
): string {
  const sentence = sentences[effect][tense][count === 1 ? 'one' : 'many'][language]
  return sentence.replace('#', numbers[language].format(count))
}

type Sentences = Readonly<Record<Tense, Readonly<Record<'one' | 'many', Localised>>>>

const sentences: Readonly<Record<EffectName, Sentences>> = {
  invited: {
    planned: {
      one: { en: '# person will be invited', de: '# Person wird eingeladen' },
      many: { en: '# people will be invited', de: '# Personen werden eingeladen' },
    },
    done: {
      one: { en: '# person was invited', de: '# Person wurde eingeladen' },
      many: { en: '# people were invited', de: '# Personen wurden eingeladen' },
    },
  },
  'invited-again': {
    planned: {
      one: { en: '# person will be invited again', de: '# Person wird erneut eingeladen' },
      many: { en: '# people will be invited again', de: '# Personen werden erneut eingeladen' },
    },
    done: {
      one: { en: '# person was invited again', de: '# Person wurde erneut eingeladen' },
      many: { en: '# people were invited again', de: '# Personen wurden erneut eingeladen' },
    },
  },
  assigned: {
    planned: {
      one: { en: '# role will be set in a room', de: '# Rolle wird in einem Raum vergeben' },
      many: { en: '# roles will be set in rooms', de: '# Rollen werden in Räumen vergeben' },
    },
    done: {
      one: { en: '# role was set in a room', de: '# Rolle wurde in einem Raum vergeben' },
      many: { en: '# roles were set in rooms', de: '# Rollen wurden in Räumen vergeben' },
    },
  },
  'role-changed': {
    planned: {
      one: { en: '# role will change', de: '# Rolle ändert sich' },
      many: { en: '# roles will change', de: '# Rollen ändern sich' },
    },
    done: {
      one: { en: '# role has changed', de: '# Rolle hat sich geändert' },
      many: { en: '# roles have changed', de: '# Rollen haben sich geändert' },
    },
  },
  'removed-from-rooms': {
    planned: {
      one: {
        en: '# user will be removed from all rooms',
        de: '# Benutzer wird aus allen Räumen entfernt',
      },
      many: {
        en: '# users will be removed from all rooms',
        de: '# Benutzer werden aus allen Räumen entfernt',
      },
    },
    done: {
      one: {
        en: '# user was removed from all rooms',
        de: '# Benutzer wurde aus allen Räumen entfernt',
      },
      many: {
        en: '# users were removed from all rooms',
        de: '# Benutzer wurden aus allen Räumen entfernt',
      },
    },
  },
  deleted: {
    planned: {
      one: { en: '# user will be deleted', de: '# Benutzer wird gelöscht' },
      many: { en: '# users will be deleted', de: '# Benutzer werden gelöscht' },
    },
    done: {
      one: { en: '# user was deleted', de: '# Benutzer wurde gelöscht' },
      many: { en: '# users were deleted', de: '# Benutzer wurden gelöscht' },
    },
  },
  'guest-invited': {
    planned: {
      one: { en: '# guest link will be created', de: '# Gastlink wird angelegt' },
      many: { en: '# guest links will be created', de: '# Gastlinks werden angelegt' },
    },
    done: {
      one: { en: '# guest link was created', de: '# Gastlink wurde angelegt' },
      many: { en: '# guest links were created', de: '# Gastlinks wurden angelegt' },
    },
  },
  'guest-changed': {
    planned: {
      one: { en: '# guest link will change', de: '# Gastlink ändert sich' },
      many: { en: '# guest links will change', de: '# Gastlinks ändern sich' },
    },
    done: {
      one: { en: '# guest link has changed', de: '# Gastlink hat sich geändert' },
      many: { en: '# guest links have changed', de: '# Gastlinks haben sich geändert' },
    },
  },
}

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  de: new Intl.NumberFormat('de'),
}
