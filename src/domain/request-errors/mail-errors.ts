import type { RequestErrorKind } from './request-error-kind.ts'

/** Of the outbox. */
export const mailErrors = {
  'mail-not-found': {
    status: 404,
    exit: 2,
    title: { en: 'There is no mail {mail}.', de: 'Es gibt keine E-Mail {mail}.' },
  },
  'mail-not-sendable': {
    status: 409,
    exit: 2,
    title: {
      en: 'This mail cannot be sent again: {reason}',
      de: 'Diese Mail lässt sich nicht noch einmal senden: {reason}',
    },
  },
  'no-mail-server': {
    status: 409,
    exit: 2,
    title: {
      en: 'This server sends no mails: set ROSTER_SMTP_URL. Until then they lie as files in its data folder.',
      de: 'Dieser Server verschickt keine Mails: ROSTER_SMTP_URL setzen. Bis dahin liegen sie als Dateien in seinem Datenordner.',
    },
  },
} as const satisfies Readonly<Record<string, RequestErrorKind>>
