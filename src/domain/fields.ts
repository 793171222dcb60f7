import type { Field, FieldName } from './field.ts'

/** Every field that an operation may ask for. All of an operation's fields are required. */
export const fields: Readonly<Record<FieldName, Field>> = {
  email: {
    label: { en: 'Email', de: 'E-Mail' },
    aliases: [
      'e-mail',
      'email address',
      'e-mail address',
      'mail',
      'mail address',
      'user email',
      'user principal name',
      'e-mail-adresse',
      'mailadresse',
      'adresse',
    ],
    maxLength: 254,
  },
  firstName: {
    label: { en: 'First name', de: 'Vorname' },
    aliases: ['given name', 'forename', 'firstname', 'first', 'rufname'],
    maxLength: 200,
  },
  lastName: {
    label: { en: 'Last name', de: 'Nachname' },
    aliases: ['surname', 'family name', 'lastname', 'last', 'familienname', 'zuname'],
    maxLength: 200,
  },
  rooms: {
    label: { en: 'Rooms', de: 'Räume' },
    aliases: ['room', 'room name', 'room names', 'raum', 'raumname', 'raumnamen'],
    maxLength: 10_000,
  },
  role: {
    label: { en: 'Role', de: 'Rolle' },
    aliases: ['room role', 'user role', 'rolle im raum', 'raumrolle'],
    maxLength: 100,
  },
  name: {
    label: { en: 'Name', de: 'Name' },
    aliases: [
      'display name',
      'full name',
      'guest name',
      'guest',
      'anzeigename',
      'gastname',
      'gast',
    ],
    maxLength: 200,
  },
  sendMail: {
    label: { en: 'Send mail', de: 'Mail senden' },
    aliases: [
      'send email',
      'send e-mail',
      'send invitation',
      'invitation mail',
      'notify',
      'mail versenden',
      'e-mail senden',
      'einladung senden',
      'benachrichtigen',
    ],
    maxLength: 100,
  },
}
