import type { Particulars } from './problem.ts'
import type { Localised } from './language.ts'

/**
 * Why a request cannot be answered: the one table that turns a code into the status of HTTP, the
 * exit code of the command line, and a sentence. `{name}` in a sentence is a particular.
 *
 * Exit codes: 1 unexpected · 2 usage, or the input cannot be read or mapped · 3 the verification
 * found problems · 5 a confirmation is needed.
 */
export const requestErrors = {
  'invalid-request': {
    status: 400,
    exit: 2,
    title: { en: '{reason}', de: '{reason}' },
  },
  'sign-in-required': {
    status: 401,
    exit: 2,
    title: {
      en: 'This needs a valid API key. Sign in with one, or send it as “Authorization: Bearer …”.',
      de: 'Dafür ist ein gültiger API-Schlüssel nötig: zum Anmelden, oder als „Authorization: Bearer …“ gesendet.',
    },
  },
  'permission-required': {
    status: 403,
    exit: 2,
    title: {
      en: 'This needs the permission “{permission}”. Ask an administrator of your company for it.',
      de: 'Dafür ist die Berechtigung „{permission}“ nötig. Bitten Sie eine Administratorin Ihrer Firma darum.',
    },
  },
  'cross-site-request': {
    status: 403,
    exit: 2,
    title: {
      en: 'This was asked by a page of another address, so it was refused. Open Roster at its own address and try again there; programs send an API key instead of a cookie.',
      de: 'Das kam von einer Seite unter einer anderen Adresse und wurde deshalb abgewiesen. Roster unter der eigenen Adresse öffnen und es dort noch einmal versuchen; Programme senden einen API-Schlüssel statt eines Cookies.',
    },
  },
  'not-found': {
    status: 404,
    exit: 2,
    title: { en: 'There is nothing at this address.', de: 'Unter dieser Adresse gibt es nichts.' },
  },
  'batch-not-found': {
    status: 404,
    exit: 2,
    title: { en: 'There is no batch {batch}.', de: 'Es gibt keinen Stapel {batch}.' },
  },
  'row-not-found': {
    status: 404,
    exit: 2,
    title: { en: 'The batch has no row {row}.', de: 'Der Stapel hat keine Zeile {row}.' },
  },
  'company-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no company “{company}”. Check the name: upper and lower case count.',
      de: 'Es gibt keine Firma „{company}“. Prüfen Sie den Namen: Groß- und Kleinschreibung zählt.',
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
  'key-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no such API key of yours. It may have been deleted already.',
      de: 'Diesen eigenen API-Schlüssel gibt es nicht. Vielleicht wurde er schon gelöscht.',
    },
  },
  'room-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no room {room}. Perhaps it was deleted.',
      de: 'Es gibt keinen Raum {room}. Vielleicht wurde er gelöscht.',
    },
  },
  'mail-not-found': {
    status: 404,
    exit: 2,
    title: { en: 'There is no mail {mail}.', de: 'Es gibt keine E-Mail {mail}.' },
  },
  'unknown-operation': {
    status: 400,
    exit: 2,
    title: {
      en: 'There is no operation “{operation}”. The operations are: {operations}.',
      de: 'Es gibt keine Stapelverarbeitung „{operation}“. Es gibt: {operations}.',
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
  'unreadable-source': {
    status: 422,
    exit: 2,
    title: {
      en: 'The source cannot be read{where}: {reason}',
      de: 'Die Quelle ist nicht lesbar{where}: {reason}',
    },
  },
  'source-too-large': {
    status: 413,
    exit: 2,
    title: {
      en: 'The source is larger than {limit}. Split it, or raise ROSTER_MAX_BYTES.',
      de: 'Die Quelle ist größer als {limit}. Teilen Sie sie, oder erhöhen Sie ROSTER_MAX_BYTES.',
    },
  },
  'too-many-rows': {
    status: 413,
    exit: 2,
    title: {
      en: 'The source has more than {limit} rows. Split it, or raise ROSTER_MAX_ROWS.',
      de: 'Die Quelle hat mehr als {limit} Zeilen. Teilen Sie sie, oder erhöhen Sie ROSTER_MAX_ROWS.',
    },
  },
  'no-rows': {
    status: 422,
    exit: 2,
    title: {
      en: 'The source has no data rows.',
      de: 'Die Quelle hat keine Datenzeilen.',
    },
  },
  'unknown-column': {
    status: 422,
    exit: 2,
    title: {
      en: 'The source has no column “{column}”. Its columns are: {columns}.',
      de: 'Die Quelle hat keine Spalte „{column}“. Ihre Spalten sind: {columns}.',
    },
  },
  'unknown-field': {
    status: 422,
    exit: 2,
    title: {
      en: 'The operation “{operation}” has no field “{field}”.',
      de: 'Die Stapelverarbeitung „{operation}“ hat kein Feld „{field}“.',
    },
  },
  'column-chosen-twice': {
    status: 422,
    exit: 2,
    title: {
      en: 'The column “{column}” was chosen for more than one field.',
      de: 'Die Spalte „{column}“ wurde für mehr als ein Feld gewählt.',
    },
  },
  'missing-columns': {
    status: 422,
    exit: 2,
    title: {
      en: 'No column was found for: {fields}. Choose one for each (on the command line with --map FIELD=COLUMN). The columns are: {columns}.',
      de: 'Keine Spalte gefunden für: {fields}. Wählen Sie je eine (auf der Kommandozeile mit --map FELD=SPALTE). Die Spalten sind: {columns}.',
    },
  },
  'illegal-move': {
    status: 409,
    exit: 2,
    title: {
      en: 'A batch that is “{state}” cannot do that.',
      de: 'Ein Stapel im Zustand „{state}“ kann das nicht.',
    },
  },
  'batch-busy': {
    status: 409,
    exit: 1,
    title: {
      en: 'The batch is being verified or changed just now. Try again shortly.',
      de: 'Der Stapel wird gerade geprüft oder geändert. Versuchen Sie es gleich wieder.',
    },
  },
  'plan-changed': {
    status: 409,
    exit: 2,
    title: {
      en: 'The plan is no longer the one that you saw: source, mapping or corrections have changed. Verify the data again.',
      de: 'Der Plan ist nicht mehr der, den Sie gesehen haben: Quelle, Zuordnung oder Korrekturen haben sich geändert. Prüfen Sie die Daten erneut.',
    },
  },
  'rows-with-problems': {
    status: 409,
    exit: 3,
    title: {
      en: 'Nothing was executed: {error} rows have problems. Correct them, or choose to skip them.',
      de: 'Nichts wurde ausgeführt: {error} Zeilen haben Probleme. Berichtigen Sie sie, oder lassen Sie sie überspringen.',
    },
  },
  'confirmation-required': {
    status: 409,
    exit: 5,
    title: {
      en: 'This needs an explicit confirmation: {what}.',
      de: 'Das muss ausdrücklich bestätigt werden: {what}.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    exit: 2,
    title: {
      en: 'This Idempotency-Key was used before with another request.',
      de: 'Dieser Idempotency-Key wurde schon mit einer anderen Anfrage verwendet.',
    },
  },
  'request-in-progress': {
    status: 409,
    exit: 1,
    title: {
      en: 'The first request with this Idempotency-Key is still being answered. Try again shortly.',
      de: 'Die erste Anfrage mit diesem Idempotency-Key wird noch beantwortet. Versuchen Sie es gleich wieder.',
    },
  },
  'too-many-requests': {
    status: 429,
    exit: 1,
    title: {
      en: 'Too many requests. Try again in {seconds} seconds.',
      de: 'Zu viele Anfragen. Versuchen Sie es in {seconds} Sekunden wieder.',
    },
  },
  'database-unreachable': {
    status: 503,
    exit: 1,
    title: {
      en: 'The database cannot be reached just now. Nothing was half done; try again shortly.',
      de: 'Die Datenbank ist gerade nicht erreichbar. Nichts ist halb getan; versuchen Sie es gleich wieder.',
    },
  },
  'storage-full': {
    status: 507,
    exit: 1,
    title: {
      en: 'There is no room left on the disk of the database. Nothing was half done; make room and go on.',
      de: 'Auf dem Datenträger der Datenbank ist kein Platz mehr. Nichts ist halb getan; schaffen Sie Platz und machen Sie weiter.',
    },
  },
  unexpected: {
    status: 500,
    exit: 1,
    title: {
      en: 'Something unexpected happened. The log of the server knows more under the request {request}.',
      de: 'Etwas Unerwartetes ist geschehen. Das Protokoll des Servers sagt unter der Anfrage {request} mehr.',
    },
  },
} as const satisfies Record<string, { status: number; exit: number; title: Localised }>

export type RequestErrorCode = keyof typeof requestErrors

/** A request that cannot be answered, for a reason that its caller can understand. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: RequestErrorCode
  readonly particulars: Particulars

  constructor(code: RequestErrorCode, particulars: Particulars = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.particulars = particulars
  }
}
