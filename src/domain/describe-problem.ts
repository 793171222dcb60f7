import { fields } from './fields.ts'
import { fillSentence } from './fill-sentence.ts'
import type { Language, Localised } from './language.ts'
import type {
  DirectoryChange,
  Notice,
  NoticeCode,
  Particulars,
  Problem,
  ProblemCode,
} from './problem.ts'

/** What is wrong, what to do, and what was probably meant: one or two sentences and a question. */
export function describeProblem(problem: Problem, language: Language): string {
  const label = problem.field === null ? row[language] : fields[problem.field].label[language]
  const sentence = fill(problemSentences[problem.code], { ...problem.particulars, label }, language)
  if (problem.suggestion === undefined) return sentence
  return `${sentence} ${fill(didYouMean, { suggestion: problem.suggestion }, language)}`
}

/** One sentence: what is worth knowing about the row. */
export function describeNotice(notice: Notice, language: Language): string {
  return fill(noticeSentences[notice.code], notice.particulars, language)
}

/** `{name}` is a particular; `inForm` says how each stands in the sentence. */
const problemSentences: Readonly<Record<ProblemCode, Localised>> = {
  'missing-value': {
    en: '{label} is missing. Fill in the cell.',
    de: '{label} fehlt. Bitte die Zelle ausfüllen.',
  },
  'too-many-cells': {
    en: 'The row has more cells ({cells}) than there are columns ({columns}). Put quotes around a cell that contains the separator, or remove the surplus cells.',
    de: 'Die Zeile hat mehr Zellen ({cells}), als es Spalten gibt ({columns}). Bitte eine Zelle, die das Trennzeichen enthält, in Anführungszeichen setzen, oder die überzähligen Zellen entfernen.',
  },
  'invalid-email': {
    en: '{value} is not an email address. Write it like name@example.org.',
    de: '{value} ist keine E-Mail-Adresse. Bitte in der Form name@example.org schreiben.',
  },
  'invalid-value': {
    en: '{label} contains damaged or invisible characters: {value}. Replace or remove them.',
    de: '{label} enthält beschädigte oder unsichtbare Zeichen: {value}. Bitte ersetzen oder entfernen.',
  },
  'too-long': {
    en: '{label} has {length} characters; at most {limit} are allowed. Shorten it.',
    de: '{label} hat {length} Zeichen; höchstens {limit} sind erlaubt. Bitte den Text kürzen.',
  },
  'unknown-user': {
    en: 'There is no user {value}. Check the address, or invite the user first.',
    de: 'Es gibt keinen Benutzer {value}. Bitte die Adresse prüfen, oder den Benutzer zuerst einladen.',
  },
  'unknown-room': {
    en: 'There is no room {value}. Check the name (upper and lower case count), or create the room first.',
    de: 'Es gibt keinen Raum {value}. Bitte den Namen prüfen (Groß- und Kleinschreibung zählen), oder den Raum zuerst erstellen.',
  },
  'unknown-role': {
    en: '{value} is not a role. Write Admin, Moderator, Participant, Guest, Spectator or No access.',
    de: '{value} ist keine Rolle. Möglich sind Admin, Moderator, Teilnehmer, Gast, Zuschauer und Kein Zugriff.',
  },
  'unknown-boolean': {
    en: '{label} must be True or False, not {value}.',
    de: '{label} muss Wahr oder Falsch sein, nicht {value}.',
  },
  'contradicts-line': {
    en: 'This contradicts line {line}: here it is {value}, there {earlier}. Keep one of the two.',
    de: 'Das widerspricht Zeile {line}: hier steht {value}, dort {earlier}. Bitte eines von beiden behalten.',
  },
  'cannot-delete-yourself': {
    en: 'You cannot delete yourself. Remove the row, or ask another administrator.',
    de: 'Niemand kann sich selbst löschen. Bitte die Zeile entfernen, oder es jemand anderen tun lassen.',
  },
  'directory-changed': {
    en: 'Nothing of this row was done: {reason}. Verify it again.',
    de: 'Von dieser Zeile ist nichts geschehen: {reason}. Bitte noch einmal prüfen.',
  },
}

const noticeSentences: Readonly<Record<NoticeCode, Localised>> = {
  'same-as-line': {
    en: 'Same as line {line}; it is applied once.',
    de: 'Dasselbe wie Zeile {line}; es wird einmal angewandt.',
  },
  'name-differs': {
    en: 'The directory says {directory}, the row says {value}; the directory’s name stays.',
    de: 'Im Verzeichnis steht {directory}, in der Zeile {value}; der Name im Verzeichnis bleibt.',
  },
  'already-invited': {
    en: 'Already invited on {since}; that invitation is still valid.',
    de: 'Schon am {since} eingeladen; diese Einladung gilt noch.',
  },
  'already-active': {
    en: 'Already an active user; no invitation is needed.',
    de: 'Schon aktiv; eine Einladung ist nicht nötig.',
  },
  'already-mailed': {
    en: 'The link was mailed on {since}; it is not mailed again.',
    de: 'Der Link wurde am {since} gesendet; er wird nicht noch einmal gesendet.',
  },
  'already-so': {
    en: 'Everything already is as this row wants it.',
    de: 'Alles ist schon so, wie diese Zeile es will.',
  },
  'also-a-user': {
    en: 'This address also belongs to a user of the company.',
    de: 'Diese Adresse gehört auch zu einem Benutzer der Firma.',
  },
  'name-split': {
    en: 'The name was split before {value}; check it.',
    de: 'Der Name wurde vor {value} geteilt; bitte prüfen.',
  },
  'left-out': {
    en: 'This row was left out; nothing is done with it.',
    de: 'Diese Zeile wurde ausgelassen; mit ihr geschieht nichts.',
  },
}

const directoryChangeClauses: Readonly<Record<DirectoryChange, Localised>> = {
  'user-gone': {
    en: 'since the verification the user was deleted',
    de: 'seit der Prüfung wurde der Benutzer gelöscht',
  },
  'room-gone': {
    en: 'since the verification a room was deleted or renamed',
    de: 'seit der Prüfung wurde ein Raum gelöscht oder umbenannt',
  },
  otherwise: {
    en: 'the directory changed since the verification',
    de: 'das Verzeichnis hat sich seit der Prüfung geändert',
  },
  'not-applied': {
    en: 'it could not be applied',
    de: 'sie konnte nicht angewandt werden',
  },
}

const row: Localised = { en: 'The row', de: 'Die Zeile' }

const didYouMean: Localised = {
  en: 'Did you mean {suggestion}?',
  de: 'Ist {suggestion} gemeint?',
}

function fill(sentence: Localised, particulars: Particulars, language: Language): string {
  const { reason } = particulars
  const all =
    reason === undefined ? particulars : { ...particulars, reason: clause(reason, language) }
  return fillSentence(sentence, all, language, ['label', 'reason'])
}

function clause(reason: string | number, language: Language): string {
  const clauses: Readonly<Record<string, Localised>> = directoryChangeClauses
  return (clauses[reason] ?? directoryChangeClauses.otherwise)[language]
}
