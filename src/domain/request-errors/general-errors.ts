import type { RequestErrorKind } from './request-error-kind.ts'

/** Of any request: what it says, and what the server is able to. */
export const generalErrors = {
  'invalid-request': {
    status: 400,
    exit: 2,
    title: { en: '{reason}', de: '{reason}' },
  },
  'not-found': {
    status: 404,
    exit: 2,
    title: { en: 'There is nothing at this address.', de: 'Unter dieser Adresse gibt es nichts.' },
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
      de: 'Die erste Anfrage mit diesem Idempotency-Key wird noch beantwortet. Bitte gleich wieder versuchen.',
    },
  },
  'too-many-requests': {
    status: 429,
    exit: 1,
    title: {
      en: 'Too many requests. Try again in {seconds} seconds.',
      de: 'Zu viele Anfragen. Bitte in {seconds} Sekunden wieder versuchen.',
    },
  },
  'too-many-uploads': {
    status: 429,
    exit: 1,
    title: {
      en: 'Too many uploads at once: {limit} are still coming in or being read. Try again when one of them is done.',
      de: 'Zu viele Uploads gleichzeitig: {limit} laufen noch oder werden gelesen. Bitte erneut versuchen, sobald einer fertig ist.',
    },
  },
  'server-ending': {
    status: 503,
    exit: 1,
    title: {
      en: 'This server is ending, and takes no more requests. Nothing was half done; try again shortly.',
      de: 'Dieser Server wird gerade beendet und nimmt keine Anfragen mehr an. Nichts ist halb getan; bitte gleich wieder versuchen.',
    },
  },
  'database-unreachable': {
    status: 503,
    exit: 1,
    title: {
      en: 'The database cannot be reached just now. Nothing was half done; try again shortly.',
      de: 'Die Datenbank ist gerade nicht erreichbar. Nichts ist halb getan; bitte gleich wieder versuchen.',
    },
  },
  'database-full': {
    status: 503,
    exit: 1,
    title: {
      en: 'The database takes no more connections just now. Nothing was half done; try again shortly. Whoever runs the server: lower ROSTER_CONNECTIONS, or raise max_connections of the database.',
      de: 'Die Datenbank nimmt gerade keine weiteren Verbindungen an. Nichts ist halb getan; bitte gleich noch einmal versuchen. Für den Betrieb: ROSTER_CONNECTIONS senken, oder max_connections der Datenbank erhöhen.',
    },
  },
  'works-in-background': {
    status: 404,
    exit: 1,
    title: {
      en: 'This server works in the background: it executes batches and delivers mails. Ask one that was started with --role web or all; here are only /health, /ready and /metrics.',
      de: 'Dieser Server arbeitet im Hintergrund: Er führt Stapel aus und stellt Mails zu. Bitte einen fragen, der mit --role web oder all gestartet ist; hier gibt es nur /health, /ready und /metrics.',
    },
  },
  'storage-full': {
    status: 507,
    exit: 1,
    title: {
      en: 'There is no room left on the disk of the server or of its database. Nothing was half done; make room and go on.',
      de: 'Auf dem Datenträger des Servers oder seiner Datenbank ist kein Platz mehr. Nichts ist halb getan; bitte Platz schaffen und dann weitermachen.',
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
} as const satisfies Readonly<Record<string, RequestErrorKind>>
