import type { RequestErrorKind } from './request-error-kind.ts'

/** Of what was uploaded or pasted. */
export const sourceErrors = {
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
    title: { en: '{reason}', de: '{reason}' },
  },
  'too-many-rows': {
    status: 413,
    exit: 2,
    title: {
      en: 'The source has more than {limit} rows. Split it, or raise ROSTER_MAX_ROWS.',
      de: 'Die Quelle hat mehr als {limit} Zeilen. Bitte aufteilen oder ROSTER_MAX_ROWS erhöhen.',
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
  'no-such-line': {
    status: 422,
    exit: 2,
    title: {
      en: 'The source cannot begin in line {line}: its last row stands in line {last}.',
      de: 'Die Quelle kann nicht in Zeile {line} beginnen: Ihre letzte Zeile ist die Zeile {last}.',
    },
  },
  'all-rows-done': {
    status: 422,
    exit: 2,
    title: {
      en: 'Every row of this report is done ({count}): none is left to be taken. To take them anyway, bring it again with all rows (--all-rows).',
      de: 'Alle Zeilen dieses Berichts sind erledigt ({count}): Es bleibt keine zu übernehmen. Um sie trotzdem zu übernehmen, bitte den Bericht noch einmal mit allen Zeilen verwenden (--all-rows).',
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
      de: 'Keine Spalte gefunden für: {fields}. Bitte je eine wählen (auf der Kommandozeile mit --map FELD=SPALTE). Die Spalten sind: {columns}.',
    },
  },
} as const satisfies Readonly<Record<string, RequestErrorKind>>
