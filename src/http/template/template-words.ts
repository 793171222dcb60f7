import type { FieldKind } from '../../domain/field.ts'
import { roleLabels, roles } from '../../domain/role.ts'
import type { Language } from '../../domain/language.ts'

/** What stands in a template beside what the operation says of itself. */
export const templateWords = {
  en: {
    help: 'Help',
    rooms: 'Rooms',
    howTo: (sheet: string) =>
      `Fill in the sheet “${sheet}”: a row for each, and every column of it. Then upload this file as it is; nothing but that sheet is read.`,
    column: 'Column',
    meaning: 'What belongs there',
    examples: 'Examples',
    email: 'An email address, such as name@example.org',
    text: (longest: number) => `Text of at most ${longest} characters`,
    oneRoom: 'The name of a room; upper and lower case count',
    severalRooms: 'Several are separated by commas: room 1,room 2',
    allRooms: (sheet: string) => `The sheet “${sheet}” lists them all`,
    oneOf: (choices: readonly string[]) => `One of these: ${choices.join(', ')}`,
    noChoice: 'Not one of the choices',
    choose: (choices: readonly string[]) => `Choose one of these: ${choices.join(', ')}.`,
    noRoom: 'No room has this name',
    keepRooms: 'That is right when the cell names several rooms, separated by commas.',
    choices: choicesIn('en', ['True', 'False']),
  },
  de: {
    help: 'Hilfe',
    rooms: 'Räume',
    howTo: (sheet: string) =>
      `Das Blatt „${sheet}“ ausfüllen: je eine Zeile, und darin jede Spalte. Dann diese Datei hochladen, wie sie ist; nur jenes Blatt wird gelesen.`,
    column: 'Spalte',
    meaning: 'Was hineingehört',
    examples: 'Beispiele',
    email: 'Eine E-Mail-Adresse, etwa name@example.org',
    text: (longest: number) => `Text mit höchstens ${longest} Zeichen`,
    oneRoom: 'Der Name eines Raums; Groß- und Kleinschreibung zählen',
    severalRooms: 'Mehrere werden durch Kommas getrennt: room 1,room 2',
    allRooms: (sheet: string) => `Alle stehen auf dem Blatt „${sheet}“`,
    oneOf: (choices: readonly string[]) => `Eines davon: ${choices.join(', ')}`,
    noChoice: 'Das steht nicht zur Wahl',
    choose: (choices: readonly string[]) => `Zur Wahl stehen: ${choices.join(', ')}.`,
    noRoom: 'Kein Raum heißt so',
    keepRooms: 'Das ist richtig, wenn die Zelle mehrere Räume nennt, durch Kommas getrennt.',
    choices: choicesIn('de', ['Wahr', 'Falsch']),
  },
} satisfies Record<Language, unknown>

/** The words that fields of a kind take, where they are few; in the same order in every language. */
type Choices = Readonly<Partial<Record<FieldKind, readonly string[]>>>

function choicesIn(language: Language, boolean: readonly string[]): Choices {
  return { role: roles.map((role) => roleLabels[language][role]), boolean }
}
