import type { Language, Localised } from '../domain/language.ts'

/** Why a batch is stopped or failed: its code, and a sentence that says what to do. */
export function describeCause(
  code: string,
  language: Language,
): { readonly code: string; readonly message: string } {
  return { code, message: (causes[code] ?? unexpected)[language] }
}

const causes: Readonly<Record<string, Localised>> = {
  'stopped-by-person': {
    en: 'Somebody stopped it. What is done is recorded, and it can go on.',
    de: 'Jemand hat ihn angehalten. Was getan ist, ist festgehalten, und er kann fortgesetzt werden.',
  },
  'permission-lost': {
    en: 'Who started it may no longer execute batches. Somebody who may can go on with it.',
    de: 'Wer ihn gestartet hat, darf keine Stapel mehr ausführen. Wer es darf, kann ihn fortsetzen.',
  },
  'storage-full': {
    en: 'There was no room left on the disk of the database. Nothing is half done; make room and go on.',
    de: 'Auf dem Datenträger der Datenbank war kein Platz mehr. Nichts ist halb getan; bitte Platz schaffen und dann weitermachen.',
  },
}

const unexpected: Localised = {
  en: 'The execution came upon something unexpected; the log of the server knows more. What is done is recorded, and the batch can go on.',
  de: 'Die Ausführung ist auf etwas Unerwartetes gestoßen; das Protokoll des Servers sagt mehr. Was getan ist, ist festgehalten, und der Stapel kann fortgesetzt werden.',
}
