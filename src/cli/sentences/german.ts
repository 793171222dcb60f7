import type { BatchState, RowState, Totals } from '../../domain/batch.ts'
import type { MappingReason } from '../../domain/mapping.ts'
import type { Mail } from '../../http/contract/mail.ts'
import type { Sentences } from '../sentences.ts'
import { movingGerman } from './moving-german.ts'

const number = (value: number) => value.toLocaleString('de')
const count = (value: number, one: string, many: string) =>
  `${number(value)} ${value === 1 ? one : many}`
const rows = (value: number) => count(value, 'Zeile', 'Zeilen')
const mails = (value: number) => count(value, 'Mail', 'Mails')
const users = (value: number) => `${number(value)} Benutzer`

const batchStates: Readonly<Record<BatchState, string>> = {
  draft: 'Entwurf',
  verified: 'geprüft',
  waiting: 'wartet',
  executing: 'wird ausgeführt',
  done: 'erledigt',
  stopped: 'angehalten',
  failed: 'gescheitert',
}

const mailStates: Readonly<Record<Mail['state'], string>> = {
  held: 'zurückgehalten, bis jemand sie freigibt',
  queued: 'noch in der Warteschlange',
  sending: 'werden gerade gesendet',
  sent: 'gesendet',
  failed: 'gescheitert',
  unknown: 'ungewiss',
  withdrawn: 'zurückgezogen',
}

const rowStates: Readonly<Record<RowState, string>> = {
  ready: 'bereit',
  unchanged: 'unverändert',
  error: 'mit Problemen',
  done: 'erledigt',
  failed: 'gescheitert',
}

const reasons: Readonly<Record<MappingReason, string>> = {
  chosen: 'wie gewählt',
  name: 'nach dem Namen',
  'similar-name': 'geraten: ähnlicher Name',
  content: 'geraten nach dem Inhalt',
  position: 'geraten nach der Stelle',
  split: 'aus dem vollen Namen geteilt',
}

const acts: Readonly<Record<string, (count: number) => string>> = {
  'invite-users': (rows) => `${count(rows, 'Person', 'Personen')} einladen`,
  'delete-users': (rows) => `${users(rows)} löschen`,
  'assign-users-to-rooms': (rows) =>
    `Die Rollen in Räumen von ${count(rows, 'Zeile', 'Zeilen')} ändern`,
  'remove-users-from-rooms': (rows) => `${users(rows)} aus allen Räumen entfernen`,
  'invite-and-assign-users': (rows) =>
    `${count(rows, 'Person', 'Personen')} einladen oder zuordnen`,
  'invite-guests': (rows) => `${count(rows, 'Gast', 'Gäste')} einladen`,
}

/** What the command line says in German. */
export const german: Sentences = {
  moving: movingGerman,
  number,
  rows,
  mails,
  batchStates,
  rowStates,
  reasons,
  cause: 'Grund',
  fieldsInOrder: 'Felder, der Reihe nach',
  yes: 'Ja',
  no: 'Nein',
  none: '(keine)',
  nothing: (things) => `Es gibt keine ${things}.`,
  things: {
    users: 'Benutzer',
    rooms: 'Räume',
    guests: 'Gäste',
    mails: 'Mails',
    batches: 'Stapel',
  },
  columns: {
    email: 'E-Mail',
    name: 'Name',
    status: 'Status',
    rooms: 'Räume',
    defaultRole: 'Standardrolle',
    users: 'Benutzer',
    guests: 'Gäste',
    room: 'Raum',
    role: 'Rolle',
    link: 'Link',
    to: 'An',
    kind: 'Art',
    state: 'Zustand',
    subject: 'Betreff',
    batch: 'Stapel',
    operation: 'Stapelverarbeitung',
    source: 'Quelle',
    count: 'Zeilen',
    created: 'Erstellt',
    problem: 'Problem',
    key: 'Schlüssel',
    may: 'Darf',
    lastUsed: 'Zuletzt benutzt',
    expires: 'Läuft ab',
    firstLine: 'Erste Zeile',
  },

  starting: 'Roster startet …',
  seeHelp: (command) => `„${command} --help“ sagt mehr.`,
  unreachable: (url, reason) =>
    `Der Server unter ${url} ist nicht erreichbar (${reason}). Läuft er, und stimmt die Adresse?`,
  triesAgain: (why, seconds) => `${why} Bis zu ${seconds} Sekunden wird es weiter versucht …`,
  notRoster: (url) =>
    `Was unter ${url} antwortet, ist nicht Roster, oder etwas auf dem Weg dorthin antwortet an seiner Stelle. Bitte ROSTER_URL prüfen.`,
  unexpected: (message) => `Etwas Unerwartetes ist geschehen: ${message}`,
  interrupted: 'Abgebrochen.',
  nothingExecuted: 'Abgebrochen. Nichts wurde ausgeführt.',
  noKey: 'ROSTER_URL ist gesetzt, ROSTER_API_KEY aber nicht. Bitte beide setzen oder keine.',
  keyIsSomebody:
    'Mit ROSTER_URL sagt der API-Schlüssel, wer handelt: Bitte --as und --company weglassen, oder einen anderen Schlüssel nehmen.',
  folderSilent: (folder) =>
    `Ein anderes Roster hat den Datenordner ${folder} offen, antwortet aber nicht. Bitte jenes beenden, oder mit --data einen anderen Ordner wählen.`,
  folderServed: (folder, url) => `Der Datenordner ${folder} wird schon unter ${url} bedient.`,
  portTaken: (port) =>
    `Den Port ${port} benutzt schon ein anderes Programm. Bitte mit ROSTER_PORT einen anderen wählen (0: irgendein freier).`,

  nameCommand: 'Bitte einen Befehl nennen.',
  cannotListen: (address, reason) =>
    `Der Server kann unter ${address} nicht lauschen: ${reason}. Bitte ROSTER_HOST und ROSTER_PORT prüfen.`,
  databaseFull: (connections) =>
    `Die Datenbank nimmt keine weiteren Verbindungen an. Ein Server öffnet bis zu ${connections} (ROSTER_CONNECTIONS): Bitte das für alle Server senken, oder max_connections der Datenbank erhöhen.`,
  databaseUnusable: (reason) =>
    `Die Datenbank, die ROSTER_DATABASE_URL nennt, ist nicht zu benutzen: ${reason}.`,

  noSource:
    'Bitte eine Datei nennen, oder die Daten einleiten: „roster run OPERATION personen.csv“ oder „… | roster run OPERATION -“.',
  noFile: (file) => `Es gibt keine Datei ${file}.`,
  isFolder: (file) => `${file} ist ein Ordner, keine Datei.`,
  unreadable: (file, reason) => `Die Datei ${file} ist nicht lesbar: ${reason}.`,
  changedMeanwhile: (file) =>
    `Die Datei ${file} wurde geändert, während sie gelesen wurde; nichts wurde ausgeführt. Bitte noch einmal versuchen, sobald sie vollständig ist.`,
  inputTooLarge: (limit) =>
    `Die Eingabe ist größer als ${number(limit)} Bytes. Bitte teilen, oder ROSTER_MAX_BYTES erhöhen.`,
  unwritable: (file, reason) =>
    `Der Bericht kann nicht nach ${file} geschrieben werden: ${reason}.`,
  reportEnding: (file) => `Der Bericht ${file} muss auf .csv oder .xlsx enden.`,
  reportLost: (file, reason, batch) =>
    `Der Bericht konnte nicht nach ${file} geschrieben werden (${reason}); der Stapel selbst ist davon nicht betroffen. Er ist zu haben mit „roster batches report ${batch} DATEI“.`,
  reportWritten: (file) => `Der Bericht steht in ${file}.`,
  workbookNeedsFile:
    'Eine Arbeitsmappe lässt sich hier nicht zeigen: Bitte eine Datei nennen, die auf .xlsx endet.',

  unknownCommand: (name, near, commands) =>
    `Es gibt keinen Befehl „${name}“.${near === undefined ? '' : ` Ist „${near}“ gemeint?`} Es gibt: ${commands}.`,
  unknownOperation: (name, near, operations) =>
    `Es gibt keine Stapelverarbeitung „${name}“.${near === undefined ? '' : ` Ist „${near}“ gemeint?`} Es gibt: ${operations}.`,
  unknownField: (name, near, fields) =>
    `--map: Ein Feld „${name}“ gibt es hier nicht.${near === undefined ? '' : ` Ist „${near}“ gemeint?`} Die Felder sind: ${fields}.`,
  noFieldAndColumn: (text) =>
    `--map braucht FELD=SPALTE, etwa email=#1 oder firstName="Rufname", nicht „${text}“.`,
  fieldTwice: (field) => `--map nennt zweimal eine Spalte für ${field}.`,
  badDelimiter: (text) =>
    `--delimiter braucht ein einzelnes Zeichen, etwa „,“, „;“, „|“ oder tab, nicht „${text}“.`,
  badEncoding: (text, names) =>
    `--encoding: „${text}“ ist keine Zeichencodierung, die Roster kennt. Es gibt: ${names}.`,
  badFirstLine: (text) =>
    `--first-line braucht die Nummer einer Zeile, gezählt ab 1, nicht „${text}“.`,
  asBeforeAndOtherwise:
    '--as-before ordnet die Spalten wie beim letzten Mal zu: --map, --ignore und --full-name bitte weglassen.',
  nothingRemembered:
    'Für diese Spalten ist keine Zuordnung gemerkt. Bitte mit --map FELD=SPALTE angeben, wie sie gemeint sind; sobald die Zeilen geprüft sind, ist das gemerkt.',
  missing: (value) => `--${value} braucht einen Wert.`,

  source: (parts) => parts.join(', '),
  standardInput: 'Standardeingabe',
  delimiters: { ',': 'Kommas', ';': 'Semikolons', '\t': 'Tabulatoren', '|': 'senkrechte Striche' },
  separatedBy: (delimiter) => `getrennt durch ${delimiter}`,
  header: (header) => (header ? 'mit Kopfzeile' : 'ohne Kopfzeile'),
  sheet: (sheet) => `Blatt „${sheet}“`,
  leftOut: (columns) => `Weggelassen: ${columns}`,
  notStored: (columns) => `Nicht gespeichert, weil sie wie Passwörter aussehen: ${columns}`,
  split: (column) =>
    `Die Namen in „${column}“ werden in Vor- und Nachname geteilt; anders: --no-full-name`,
  takeAllRows: 'Auch sie übernehmen: --all-rows',
  remembered: (mapping, at, by) =>
    `Für diese Spalten gemerkt (${at}${by === null ? '' : `, ${by}`}): ${mapping}. Übernehmen: --as-before`,
  changeMapping:
    'Andere Zuordnung: --map FELD=SPALTE, --ignore SPALTE, --full-name SPALTE, --header, --no-header.',

  uploading: 'Einlesen',
  verifying: 'Prüfen',
  executing: 'Ausführen',
  waits: {
    batch: 'Wartet, bis er an der Reihe ist: Von einer Firma wird immer nur ein Stapel ausgeführt.',
    server:
      'Wartet auf einen Server: Alle, die Stapel ausführen, arbeiten für andere, oder es läuft keiner.',
    still:
      'Seit einigen Sekunden bewegt sich nichts. Ist der Server beendet, der daran gearbeitet hat, macht binnen einer halben Minute ein anderer weiter; nichts geht verloren, und nichts geschieht doppelt.',
  },
  stopping: 'Hält beim nächsten Abschnitt an … (noch einmal: sofort verlassen)',
  rate: (rowsPerSecond) => `${number(Math.round(rowsPerSecond))} Zeilen/s`,
  left: (seconds) => {
    const whole = Math.max(1, Math.round(seconds))
    if (whole < 60) return `noch ${whole} s`
    return `noch ${Math.floor(whole / 60)} min ${whole % 60} s`
  },
  totals: (totals: Totals) => {
    const states = (['ready', 'done', 'unchanged', 'error', 'failed'] as const)
      .filter((state) => totals[state] > 0)
      .map((state) => `${number(totals[state])} ${rowStates[state]}`)
    return `${rows(totals.rows)}: ${[...states, ...(totals.mails > 0 ? [mails(totals.mails)] : [])].join(', ')}`
  },
  moreGroups: (kinds) =>
    `… und ${count(kinds, 'weitere Art', 'weitere Arten')} von Problemen. „--report DATEI“ nennt jede Zeile.`,
  accepting: (cells) => `${count(cells, 'Vorschlag', 'Vorschläge')} angenommen:`,
  suggestionsWait: 'Die Vorschläge annehmen: --accept-suggestions.',
  skipWaits: (ready) => `Trotzdem ausführen, was bereit ist (${rows(ready)}): --skip-errors.`,
  stoppedByProblems: 'Nichts wurde ausgeführt, weil Zeilen Probleme haben.',
  onlyVerified: 'Geprüft; nichts wurde ausgeführt.',
  question: (operation, { ready, mails: toMail }) => {
    const act = acts[operation]?.(ready) ?? `${rows(ready)} ausführen`
    return `${act}${toMail > 0 ? `, ${mails(toMail)}` : ''}? Das lässt sich nicht rückgängig machen.`
  },
  typeNumber: (guard, asked) => `${guard} Zum Weitermachen ${asked} tippen.`,
  notTheNumber: (asked) => `Bitte ${asked} tippen, oder Strg-C drücken.`,
  unconfirmed: 'Nichts wurde ausgeführt: Es wurde nicht bestätigt.',
  cannotAsk: (question, guards) =>
    [
      'Nichts wurde ausgeführt: Es muss bestätigt werden, und hier ist kein Terminal, um zu fragen.',
      question,
      ...guards,
      'Bestätigt wird mit --yes.',
    ].join(' '),
  guard: (asked, what) =>
    what === 'deletions'
      ? `Das löscht einen großen Teil der Firma: ${users(asked)}.`
      : `Das verschickt ${mails(asked)}.`,
  ended: { done: 'Erledigt.', stopped: 'Angehalten.', failed: 'Gescheitert.' },
  batchNamed: (batch) => `Stapel ${batch}`,
  goOn: (command, batch) => `Weiter geht es mit: ${command} batches resume ${batch}`,
  endedBy: (cause) => `Grund: ${cause}`,
  mailsLeft: (left, command) => {
    const parts = left.map(([state, value]) => `${number(value)} ${mailStates[state]}`)
    return `Mails, von denen nicht bekannt ist, dass sie hinaus sind: ${parts.join(', ')}. Welche: ${command} mails list`
  },
  stopAsked: (batch) => `Der Stapel ${batch} hält beim nächsten Abschnitt an.`,
  isAtRest: (batch, state) => `Stapel ${batch}: ${batchStates[state]}.`,

  companyMissing: 'Bitte die Firma nennen: roster init --company NAME --admin E-MAIL',
  companyMade: (company, admin) =>
    `Die Firma „${company}“ ist angelegt, und ${admin} verwaltet sie.`,
  openOnce: (link) => `Einmal zu öffnen, um ein Passwort zu wählen und sich anzumelden: ${link}`,
  toBeOpenedOnce:
    'Einmal zu öffnen, binnen eines Tages, um ein Passwort zu wählen und sich anzumelden:',
  keys: 'API-Schlüssel',
  allPermissions: 'alles, was sein Benutzer darf',
  never: 'nie',
  noDate: (text) => `„${text}“ ist kein Datum wie 2027-01-31.`,
  keyDeleted: 'Der Schlüssel ist gelöscht, die damit geöffneten Sitzungen auch.',
  keyShownOnce: 'Der API-Schlüssel, nur dieses eine Mal zu sehen:',
  roomMade: (room) => `Der Raum „${room}“ ist angelegt.`,

  servedAt: {
    all: (url) => `Roster ist unter ${url}`,
    web: (url) =>
      `Roster ist unter ${url} (Rolle web: Stapel führen Server mit der Rolle worker oder all aus, und sie stellen die Mails zu)`,
    worker: (url) =>
      `Roster arbeitet im Hintergrund (Rolle worker: Es führt Stapel aus und stellt Mails zu); wie es ihm geht, sagt ${url}/ready`,
  },
  roleNeedsDatabase: (role) =>
    `Die Rolle ${role} ist für einen von mehreren Servern an einer ROSTER_DATABASE_URL, und die ist nicht gesetzt. Die Datenbank im Datenordner hat einen Server, mit der Rolle all.`,
  delivering: 'Mails werden zugestellt … (Strg-C: beim nächsten Start)',
  stopsWith: 'Strg-C beendet es.',
  stopped: 'Beendet.',
  noCompanyYet: (link) =>
    `Es gibt noch keine Firma. Im Browser lässt sie sich binnen eines Tages anlegen: ${link}`,
  orInit: 'Oder hier: roster init --company NAME --admin E-MAIL',
  demoCompany: (company, admin, userCount, roomCount) =>
    `Die Beispielfirma „${company}“: ${users(userCount)}, ${count(roomCount, 'Raum', 'Räume')}, verwaltet von ${admin}`,
  demoForeign: (company) =>
    `Dieser Datenordner enthält die Firma „${company}“; die Beispielfirma wurde nicht angelegt.`,
  openExample: 'Auf diesem Rechner öffnen und auf „Bei der Beispielfirma anmelden“ klicken.',
  apiKey: (key) => `API-Schlüssel: ${key}  (aufbewahren: er ist nur dieses eine Mal zu sehen)`,
  anotherKey: (command) => `Noch ein API-Schlüssel: ${command}`,
  noPasswordYet: (admin, command) =>
    `${admin} hat noch kein Passwort. Ein Link, um eines zu wählen: ${command}`,
  signInWith: (command) => `Oder mit einem API-Schlüssel anmelden. Ein neuer: ${command}`,
  refusedKey: (url) =>
    `Der Server unter ${url} kennt den Schlüssel in ROSTER_API_KEY nicht. „roster keys create“ macht dort einen neuen.`,
  outputLost: (reason) => `Die Standardausgabe lässt sich nicht schreiben: ${reason}.`,
  tryThis: 'Zum Ausprobieren, in einem anderen Terminal:',
}
