import { fileSize } from './file-size.ts'
import type { movingEnglish } from './moving-english.ts'

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString('de')} ${value === 1 ? one : many}`
const mails = (value: number) => count(value, 'Mail', 'Mails')

/** What the command line says in German of moving an installation. */
export const movingGerman: typeof movingEnglish = {
  refusals: {
    'file-exists': ({ file }) =>
      `${file} gibt es schon. Bitte einen anderen Namen wählen oder mit --force ersetzen.`,
    'file-unwritable': ({ file, reason }) => `${file} lässt sich nicht schreiben: ${reason}.`,
    'no-space': ({ file }) =>
      `Auf dem Datenträger ist kein Platz mehr für ${file}; das Begonnene ist entfernt. Bitte Platz schaffen oder einen anderen Datenträger wählen und neu exportieren.`,
    'written-by-another': ({ file }) =>
      `Ein anderer Export hat gleichzeitig nach ${file} geschrieben; dieser ist beendet. Bitte jedem seine eigene Datei geben.`,
    'nothing-to-export': ({ place }) =>
      `In ${place} ist keine Installation. Bitte ihren Datenordner mit --data nennen oder ihre Datenbank mit ROSTER_DATABASE_URL.`,
    'source-newer': ({ migrations }) =>
      `Diese Installation ist auf dem Stand eines neueren Roster (${migrations}), und dieses kennt nicht alle ihre Tabellen. Bitte mit jener Version exportieren.`,
    'key-missing': ({ folder }) =>
      `Der Schlüssel der Installation steht weder in ROSTER_SECRET noch in ${folder}. Bitte ROSTER_SECRET setzen wie für ihre Server oder den Datenordner mit dem Schlüssel mit --data nennen.`,
    'wrong-key': () =>
      'Diese Datenbank gehört zu einer Installation mit einem anderen Schlüssel. Bitte ROSTER_SECRET auf deren Schlüssel setzen oder ihren Datenordner verwenden; zum Importieren eine neue Datenbank nehmen.',
    'served-elsewhere': ({ folder, process }) =>
      `Den Datenordner ${folder} bedient ein anderes Roster (Prozess ${process}), dessen Datenbank von hier nicht zu erreichen ist. Bitte dort exportieren, wo es läuft (etwa in seinem Container), als derselbe Systembenutzer.`,
    'file-unreadable': ({ file, reason }) => `${file} lässt sich nicht lesen: ${reason}.`,
    'not-an-export': ({ file }) =>
      `${file} ist kein Export von Roster, oder das Ende fehlt. Bitte die Datei nehmen, die „roster export“ geschrieben hat, oder sie neu kopieren.`,
    damaged: ({ file, part }) =>
      `${file} ist beschädigt (${part}): Die Datei ist nicht, wie sie geschrieben wurde. Nichts davon wurde importiert. Bitte neu kopieren oder eine andere Sicherung nehmen.`,
    'file-newer': ({ file, version }) =>
      `${file} hat ein neueres Roster geschrieben (${version}). Bitte mit jener Version oder einer späteren importieren.`,
    'target-served': ({ folder, process }) =>
      `Der Datenordner ${folder} wird gerade bedient (Prozess ${process}). Bitte diesen beenden oder mit --data einen leeren Ordner wählen.`,
    'target-used': () =>
      'Hier gibt es schon eine Firma, und ein Import braucht eine leere Installation. Bitte mit --data einen leeren Ordner wählen oder eine neue Datenbank.',
    'target-newer': () =>
      'Diese Datenbank ist leer, aber ihre Tabellen sind die eines neueren Roster als dessen, das die Datei geschrieben hat. Bitte eine neue Datenbank oder einen leeren Datenordner nehmen.',
    'other-key-here': ({ where }) =>
      `In ${where} steht ein anderer Schlüssel, und mit ihm wären die verschickten Links tot. Bitte einen leeren Datenordner wählen oder ROSTER_SECRET nicht setzen.`,
    'not-taken': ({ reason }) =>
      `Die Datenbank nimmt nicht an, was die Datei enthält: ${reason}. Nichts wurde importiert. Ist es eine neue Datenbank mit der Kodierung UTF8?`,
    'target-full': () =>
      'Auf dem Datenträger der Datenbank ist kein Platz mehr. Nichts wurde importiert. Bitte Platz schaffen und neu importieren.',
  },
  noStandardOutput:
    'Ein Export kommt in eine eigene Datei, nicht auf die Standardausgabe: roster export DATEI',
  keyIsNoDocument:
    '--show-key gibt nur den Schlüssel aus und lässt sich nicht mit --json verbinden.',
  elsewhere:
    'Eine Installation wird dort exportiert und importiert, wo ihre Daten sind, nicht über ROSTER_URL. Bitte ihren Datenordner mit --data nennen oder ihre Datenbank mit ROSTER_DATABASE_URL.',
  exporting: 'Exportieren',
  importing: 'Importieren',
  checking: 'Lesen',
  exported: (file, rows, bytes) =>
    `${count(rows, 'Zeile', 'Zeilen')} aller Tabellen stehen in ${file} (${fileSize(bytes, 'de')}), dazu der Schlüssel der Installation: bitte aufbewahren wie ein Passwort.`,
  filesStay:
    'Mails, die als .eml-Dateien liegen, sind nicht als Dateien darin; wo sie gebraucht werden, entstehen sie neu.',
  whole: (file, rows, at, version) =>
    `${file} ist vollständig: ${count(rows, 'Zeile', 'Zeilen')}, Stand ${at}, geschrieben von Roster ${version}.`,
  imported: (rows) => `${count(rows, 'Zeile', 'Zeilen')} importiert und mit der Datei verglichen.`,
  held: (value) =>
    `${mails(value)}, noch nicht verschickt oder zurückgehalten: Sie warten, denn die andere Installation könnte sie senden. Ist diese endgültig beendet, lassen sie sich in der Konsole freigeben (Postausgang), oder mit --deliver importieren.`,
  withdrawn: (value) =>
    `${mails(value)}, selbst angefordert (neue Passwörter, Tests) und noch nicht verschickt: zurückgezogen; sie lassen sich neu anfordern.`,
  queued: (value) => `${mails(value)}: werden verschickt, sobald der Server startet.`,
  goOn: (value) =>
    `${count(value, 'Stapel geht', 'Stapel gehen')} weiter, sobald der Server startet. Bitte die andere Installation vorher beenden, sonst erledigen beide den Rest.`,
  keyIn: (file) => `Der Schlüssel der Installation steht in ${file}.`,
  keyForOthers: (file) =>
    `Alle Server dieser Datenbank brauchen den Schlüssel der Installation. Er steht in ${file}: bitte ROSTER_SECRET für jeden von ihnen darauf setzen (--show-key zeigt ihn).`,
}
