import type { RequestErrorKind } from './request-error-kind.ts'

/** Of what the directory has, or has not. */
export const directoryErrors = {
  'company-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no company “{company}”. Check the name: upper and lower case count.',
      de: 'Es gibt keine Firma „{company}“. Bitte den Namen prüfen: Groß- und Kleinschreibung zählt.',
    },
  },
  'no-company-yet': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no company yet: roster init --company NAME --admin EMAIL',
      de: 'Es gibt noch keine Firma: roster init --company NAME --admin E-MAIL',
    },
  },
  'user-not-found': {
    status: 404,
    exit: 2,
    title: { en: 'There is no user {email}.', de: 'Es gibt keinen Benutzer {email}.' },
  },
  'room-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no room {room}. Perhaps it was deleted.',
      de: 'Es gibt keinen Raum {room}. Vielleicht wurde er gelöscht.',
    },
  },
  'room-exists': {
    status: 409,
    exit: 2,
    title: {
      en: 'There is already a room “{name}”.',
      de: 'Es gibt schon einen Raum „{name}“.',
    },
  },
  'company-exists': {
    status: 409,
    exit: 2,
    title: {
      en: 'There is already a company “{name}”.',
      de: 'Es gibt schon eine Firma „{name}“.',
    },
  },
  'company-name-taken': {
    status: 409,
    exit: 2,
    title: {
      en: 'The name “{name}” cannot be used here. Choose another.',
      de: 'Der Name „{name}“ lässt sich hier nicht verwenden. Bitte einen anderen wählen.',
    },
  },
  'guest-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no guest {guest}. Perhaps they were deleted.',
      de: 'Es gibt keinen Gast {guest}. Vielleicht wurde er gelöscht.',
    },
  },
  'already-active': {
    status: 409,
    exit: 2,
    title: {
      en: '{email} is active already and needs no invitation.',
      de: '{email} ist schon aktiv und braucht keine Einladung.',
    },
  },
  'not-active-yet': {
    status: 409,
    exit: 2,
    title: {
      en: '{email} has not accepted the invitation yet, which is what a password is chosen by. Invite them again instead.',
      de: '{email} hat die Einladung noch nicht angenommen, mit der das Passwort gewählt wird. Bitte stattdessen noch einmal einladen.',
    },
  },
  'company-exists-already': {
    status: 409,
    exit: 2,
    title: {
      en: 'The first company was made already. Sign in.',
      de: 'Die erste Firma gibt es schon. Bitte anmelden.',
    },
  },
  'unusable-logo': {
    status: 422,
    exit: 2,
    title: {
      en: 'The logo must be a PNG or JPEG picture of at most {kilobytes} kB and {pixels} pixels to a side.',
      de: 'Das Logo muss ein PNG- oder JPEG-Bild von höchstens {kilobytes} kB und {pixels} Pixeln je Seite sein.',
    },
  },
  'no-logo': {
    status: 404,
    exit: 2,
    title: { en: 'The company has no logo.', de: 'Die Firma hat kein Logo.' },
  },
  'no-meeting-server': {
    status: 409,
    exit: 2,
    title: {
      en: 'No meeting server is configured for this company. Whoever manages the company settings can do that.',
      de: 'Für diese Firma ist kein Meeting-Server eingerichtet. Das geht in den Firmeneinstellungen.',
    },
  },
} as const satisfies Readonly<Record<string, RequestErrorKind>>
