import { colToLetter, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import type { FieldKind } from '../../domain/field.ts'
import { fields } from '../../domain/fields.ts'
import { roomsRange } from './rooms-sheet.ts'
import { heading } from './styles.ts'
import { titlesOf, type Template } from './template.ts'
import { templateWords } from './template-words.ts'

/** The sheet that is filled in: a header that stays in sight, and in each column the choices that there are. */
export function entrySheet(template: Template): WriteSheet {
  const titles = titlesOf(template)
  const { fields: names } = template.operation
  return {
    name: entryName(template),
    columns: names.map((field) => ({ width: widths[fields[field].kind], style: text })),
    rows: [[...titles], ...Array.from({ length: textRows }, () => titles.map(() => null))],
    cells: new Map(titles.map((_, column) => [`0,${column}`, { style: heading }])),
    freezePane: { rows: 1 },
    dataValidations: names.flatMap((field, column) => {
      const choice = choiceOf(fields[field].kind, template)
      return choice === undefined ? [] : [{ ...choice, ...always, range: wholeColumn(column) }]
    }),
  }
}

/** Of the sheet; programs allow 31 characters, and not all of them. */
export function entryName({ operation, language }: Template): string {
  return operation.label[language].replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

const widths: Readonly<Record<FieldKind, number>> = {
  email: 34,
  text: 24,
  rooms: 34,
  role: 18,
  boolean: 14,
}

// Otherwise programs make a date of a room that is called 2-14, and a number of one that is called 007. Only
// cells can be told so: a thousand rows are a large sheet for what is typed by hand.
const text = { numFmt: '@' }
const textRows = 1_000

const lastRow = 1_048_576

function wholeColumn(column: number): string {
  const letter = colToLetter(column)
  return `${letter}2:${letter}${lastRow}`
}

const always = { allowBlank: true, showInputMessage: true, showErrorMessage: true }

function choiceOf(kind: FieldKind, template: Template): Omit<DataValidation, 'range'> | undefined {
  const words = templateWords[template.language]
  const choices = words.choices[kind]
  if (choices !== undefined) {
    return {
      type: 'list',
      values: [...choices],
      errorStyle: 'stop',
      errorTitle: words.noChoice,
      errorMessage: words.choose(choices),
    }
  }
  if (kind !== 'rooms' || template.rooms.length === 0) return undefined
  return {
    type: 'list',
    formula1: roomsRange(template),
    inputMessage: words.severalRooms,
    // A cell may name several, so what is not in the list is not refused.
    errorStyle: 'warning',
    errorTitle: words.noRoom,
    errorMessage: words.keepRooms,
  }
}
