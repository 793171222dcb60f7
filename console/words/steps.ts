import { words } from './words.ts'

/** The labels of the three steps are kept as administrators know them, in both languages. */
const labels = {
  step1: 'Select batch operation',
  step2: 'Upload source file or enter plain text',
  step3: 'Mapping data to operation fields',
  processText: 'Process text',
} as const

/** The three steps of a batch, and all that is said in the first two. */
export const steps = words({
  en: {
    ...labels,
    steps: 'The three steps',
    isDone: 'done',
    intro: 'Change many users, rooms and guests at once, in three steps.',
    notPermitted: {
      title: 'Batch operations are not for everybody',
      text: 'They need the permission “Manage company settings”. Ask an administrator of your company for it.',
    },
    selectPlaceholder: 'Select an operation',
    noSuchOperation: 'There is no operation “{{operation}}”. Select one of these.',
    selectFirst: 'Select an operation first.',
    fields: 'Required data fields',
    kinds: {
      email: 'an email address',
      text: 'up to {{maxLength, number}} characters',
      rooms: 'a room, or several with commas between them: room 1,room 2',
      role: 'a role',
      boolean: 'True or False',
    },
    anyOrder:
      'A header in the first row may name them in any order. Without a header, this order counts.',
    example: 'Example',
    copyExample: 'Copy',
    useExample: 'Use this example',
    template: 'Template to fill in:',
    templates: { xlsx: 'XLSX with drop-downs', csv: 'CSV' },
    file: {
      drop: 'Drop a file here, or paste it',
      formats: 'CSV, text, XLSX or ODS',
      choose: 'Choose a file',
      waits: '{{size}} · It is uploaded as soon as an operation is selected.',
      upload: 'Upload',
      remove: 'Remove {{name}}',
    },
    refused: {
      image:
        'What was pasted is a picture, which cannot be read. Copy the cells themselves, or the file.',
      several: 'One batch is made of one file. Choose one of them.',
    },
    text: {
      label: 'Plain text',
      description: 'One row per line. A range copied from a spreadsheet can be pasted as it is.',
      empty: 'Enter or paste rows first.',
    },
    upload: {
      sending: 'Uploading …',
      reading: 'The server reads the rows …',
      howFar: '{{sent}} of {{total}} · {{share}} · {{rate}} per second',
    },
    options: 'More options',
    language: {
      label: 'Language of invited people',
      description: 'In which their mails are written.',
      company: 'The company’s language',
      en: 'English',
      de: 'German',
    },
    nothingYet:
      'Nothing is changed yet: in step 3 you see what would happen, and only “Execute operation” does it.',
    unfinished: {
      title: 'Go on where you stopped',
      all: 'All batches',
      draft: 'not verified yet',
      verified: 'verified, not executed',
      waiting: 'waits for another batch',
      executing: 'is being executed',
      stopped: 'stopped',
      failed: 'failed',
      done: 'done',
    },
    source: {
      title: 'Source',
      text: 'Entered text',
      rows_one: '{{count, number}} row',
      rows_other: '{{count, number}} rows',
      formats: { csv: 'CSV', text: 'Text', xlsx: 'XLSX', ods: 'ODS' },
      encoding: 'Encoding',
      delimiter: 'Delimiter',
      delimiters: {
        comma: 'comma',
        semicolon: 'semicolon',
        tab: 'tab',
        pipe: 'vertical bar',
        other: '“{{delimiter}}”',
      },
      sheet: 'Sheet',
      sheetNamed: 'sheet “{{sheet}}”',
      header: 'First row',
      headers: { yes: 'header in the first row', no: 'no header' },
      change: '{{label}}: {{value}}. Change',
      readingAnew:
        'Reading the file anew undoes corrections of cells and brings back rows left out.',
      isRead_one: 'Read anew: {{count, number}} row.',
      isRead_other: 'Read anew: {{count, number}} rows.',
      another: 'Choose another file',
      anotherTitle: 'Another source for this batch',
      again: 'Choose the file again',
      againText:
        'To read “{{name}}” in another way, the file is needed once more: the server keeps the rows, but no files.',
      againEntered:
        'To read the entered text in another way, it is needed once more: the server keeps the rows, but no texts.',
    },
  },
  de: {
    ...labels,
    steps: 'Die drei Schritte',
    isDone: 'erledigt',
    intro: 'Viele Benutzer, Räume und Gäste auf einmal ändern, in drei Schritten.',
    notPermitted: {
      title: 'Batch Operations sind nicht für alle da',
      text: 'Nötig ist die Berechtigung „Firmeneinstellungen verwalten“. Wer die Firma verwaltet, kann sie erteilen.',
    },
    selectPlaceholder: 'Stapelverarbeitung auswählen',
    noSuchOperation: 'Es gibt keine Stapelverarbeitung „{{operation}}“. Zur Auswahl stehen diese.',
    selectFirst: 'Zuerst eine Stapelverarbeitung auswählen.',
    fields: 'Nötige Datenfelder',
    kinds: {
      email: 'eine E-Mail-Adresse',
      text: 'bis zu {{maxLength, number}} Zeichen',
      rooms: 'ein Raum, oder mehrere mit Kommas dazwischen: room 1,room 2',
      role: 'eine Rolle',
      boolean: 'Wahr oder Falsch',
    },
    anyOrder:
      'Eine Kopfzeile darf sie in beliebiger Reihenfolge nennen. Ohne Kopfzeile zählt diese Reihenfolge. Deutsche Wörter (Teilnehmer, Zuschauer, Ja, Nein …) werden ebenso verstanden.',
    example: 'Beispiel',
    copyExample: 'Kopieren',
    useExample: 'Dieses Beispiel verwenden',
    template: 'Vorlage zum Ausfüllen:',
    templates: { xlsx: 'XLSX mit Auswahllisten', csv: 'CSV' },
    file: {
      drop: 'Datei hierher ziehen oder einfügen',
      formats: 'CSV, Text, XLSX oder ODS',
      choose: 'Datei auswählen',
      waits: '{{size}} · Sie wird hochgeladen, sobald eine Stapelverarbeitung ausgewählt ist.',
      upload: 'Hochladen',
      remove: '{{name}} entfernen',
    },
    refused: {
      image:
        'Eingefügt wurde ein Bild, das sich nicht lesen lässt. Bitte die Zellen selbst kopieren, oder die Datei.',
      several: 'Ein Stapel entsteht aus einer Datei. Bitte eine davon auswählen.',
    },
    text: {
      label: 'Text',
      description:
        'Eine Zeile je Datensatz. Ein Bereich aus einer Tabelle lässt sich so einfügen, wie er kopiert wurde.',
      empty: 'Zuerst Zeilen eingeben oder einfügen.',
    },
    upload: {
      sending: 'Wird hochgeladen …',
      reading: 'Der Server liest die Zeilen …',
      howFar: '{{sent}} von {{total}} · {{share}} · {{rate}} pro Sekunde',
    },
    options: 'Weitere Optionen',
    language: {
      label: 'Sprache der Eingeladenen',
      description: 'In dieser Sprache sind ihre Mails geschrieben.',
      company: 'Die Sprache der Firma',
      en: 'Englisch',
      de: 'Deutsch',
    },
    nothingYet:
      'Noch ändert sich nichts: Schritt 3 zeigt, was geschehen würde, und erst „Execute operation“ führt es aus.',
    unfinished: {
      title: 'Dort weitermachen, wo es aufgehört hat',
      all: 'Alle Stapel',
      draft: 'noch nicht geprüft',
      verified: 'geprüft, nicht ausgeführt',
      waiting: 'wartet auf einen anderen Stapel',
      executing: 'wird ausgeführt',
      stopped: 'angehalten',
      failed: 'gescheitert',
      done: 'erledigt',
    },
    source: {
      title: 'Quelle',
      text: 'Eingegebener Text',
      rows_one: '{{count, number}} Zeile',
      rows_other: '{{count, number}} Zeilen',
      formats: { csv: 'CSV', text: 'Text', xlsx: 'XLSX', ods: 'ODS' },
      encoding: 'Zeichenkodierung',
      delimiter: 'Trennzeichen',
      delimiters: {
        comma: 'Komma',
        semicolon: 'Semikolon',
        tab: 'Tabulator',
        pipe: 'senkrechter Strich',
        other: '„{{delimiter}}“',
      },
      sheet: 'Blatt',
      sheetNamed: 'Blatt „{{sheet}}“',
      header: 'Erste Zeile',
      headers: { yes: 'mit Kopfzeile', no: 'ohne Kopfzeile' },
      change: '{{label}}: {{value}}. Ändern',
      readingAnew:
        'Wird die Datei neu gelesen, verfallen berichtigte Zellen und ausgelassene Zeilen.',
      isRead_one: 'Neu gelesen: {{count, number}} Zeile.',
      isRead_other: 'Neu gelesen: {{count, number}} Zeilen.',
      another: 'Andere Datei auswählen',
      anotherTitle: 'Andere Quelle für diesen Stapel',
      again: 'Datei noch einmal auswählen',
      againText:
        'Um „{{name}}“ anders zu lesen, wird die Datei noch einmal gebraucht: Der Server bewahrt die Zeilen auf, aber keine Dateien.',
      againEntered:
        'Um den eingegebenen Text anders zu lesen, wird er noch einmal gebraucht: Der Server bewahrt die Zeilen auf, aber keine Texte.',
    },
  },
})
