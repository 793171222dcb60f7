import type { WriteSheet } from 'hucre/xlsx'
import { fields } from '../../domain/fields.ts'
import type { FieldName } from '../../domain/field.ts'
import { entryName } from './entry-sheet.ts'
import { heading, title } from './styles.ts'
import { titlesOf, type Template } from './template.ts'
import { templateWords } from './template-words.ts'

/** What the operation does, what belongs into each column, and its examples; nothing of it is read. */
export function helpSheet(template: Template): WriteSheet {
  const { operation, language } = template
  const words = templateWords[language]
  const titles = titlesOf(template)
  const lines: readonly Line[] = [
    { cells: [operation.label[language]], style: title },
    { cells: [operation.summary[language]] },
    { cells: [words.howTo(entryName(template))] },
    { cells: [] },
    { cells: [words.column, words.meaning], style: heading },
    ...operation.fields.map((field, column) => ({
      cells: [titles[column] ?? '', meaningOf(field, template)],
    })),
    { cells: [] },
    { cells: [words.examples], style: title },
    { cells: titles, style: heading },
    ...examplesOf(template).map((cells) => ({ cells })),
  ]
  return {
    name: words.help,
    columns: titles.length < 2 ? [wide, wide] : titles.map(() => wide),
    rows: lines.map(({ cells }) => [...cells]),
    cells: new Map(lines.flatMap(styled)),
    view: { showGridLines: false },
  }
}

interface Line {
  readonly cells: readonly string[]
  readonly style?: typeof title
}

const wide = { width: 26 }

function styled({ cells, style }: Line, row: number) {
  if (style === undefined) return []
  return cells.map((_, column) => [`${row},${column}`, { style }] as const)
}

function meaningOf(field: FieldName, { language, rooms }: Template): string {
  const words = templateWords[language]
  const { kind, maxLength } = fields[field]
  const choices = words.choices[kind]
  if (choices !== undefined) return words.oneOf(choices)
  if (kind === 'email') return words.email
  if (kind !== 'rooms') return words.text(maxLength)
  const all = rooms.length > 0 ? [words.allRooms(words.rooms)] : []
  return [words.oneRoom, words.severalRooms, ...all].join('. ')
}

/** The operation's examples, with the words of the template's language. */
function examplesOf({ operation, language }: Template): readonly (readonly string[])[] {
  const kinds = operation.fields.map((field) => fields[field].kind)
  return operation.examples.map((cells) =>
    cells.map((cell, column) => {
      const kind = kinds[column] ?? 'text'
      const place = templateWords.en.choices[kind]?.indexOf(cell) ?? -1
      return templateWords[language].choices[kind]?.[place] ?? cell
    }),
  )
}
