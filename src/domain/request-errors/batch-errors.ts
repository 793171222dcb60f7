import type { RequestErrorKind } from './request-error-kind.ts'

/** Of a batch and its state. */
export const batchErrors = {
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
  'rows-cleared': {
    status: 410,
    exit: 2,
    title: {
      en: 'The rows of this batch were deleted because their time was over; what they counted is still there. Bring the source again as a new batch.',
      de: 'Die Zeilen dieses Stapels wurden gelöscht, weil ihre Zeit abgelaufen war; was sie gezählt haben, ist noch da. Bitte die Quelle als neuen Stapel einreichen.',
    },
  },
  'unknown-operation': {
    status: 400,
    exit: 2,
    title: {
      en: 'There is no operation “{operation}”. The operations are: {operations}.',
      de: 'Es gibt keine Stapelverarbeitung „{operation}“. Es gibt: {operations}.',
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
      de: 'Der Stapel wird gerade geprüft oder geändert. Bitte gleich wieder versuchen.',
    },
  },
  'plan-changed': {
    status: 409,
    exit: 2,
    title: {
      en: 'The plan is no longer the one that you saw: source, mapping or corrections have changed. Verify the data again.',
      de: 'Der Plan ist nicht mehr der, der zu sehen war: Quelle, Zuordnung oder Korrekturen haben sich geändert. Bitte die Daten erneut prüfen.',
    },
  },
  'rows-with-problems': {
    status: 409,
    exit: 3,
    title: {
      en: 'Nothing was executed: {error} rows have problems. Correct them, or choose to skip them.',
      de: 'Nichts wurde ausgeführt: {error} Zeilen haben Probleme. Bitte berichtigen, oder sie überspringen lassen.',
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
} as const satisfies Readonly<Record<string, RequestErrorKind>>
