import { fields } from '../src/domain/fields.ts'
import type { SourceNoticeCode } from '../src/domain/source-notice.ts'
import { operationNamed } from '../src/operations/index.ts'
import { fileCases } from '../tests/files/cases/index.ts'
import type { CaseSource, FileCase, FileCases, ReadResult } from '../tests/files/file-case.ts'
import { drawnText } from './drawn-text.ts'

/** The page about the files that are understood, from the cases that the tests run (`npm run docs`). */
export function filesDoc(): string {
  const contents = fileCases.map(({ title }) => `- [${title}](#${anchor(title)})`)
  return [introduction, `${contents.join('\n')}\n`, ...fileCases.map(section)].join('\n')
}

const introduction = `# Which files are understood

Bring a list as it is: a file from a spreadsheet, from another system or from a mail program, or text that was copied. What was recognised stands beside the rows and can be changed there; what cannot be read is refused with one sentence that says why, and in which line.

Every example on this page is a test, and the page is written from the tests by \`npm run docs\`. There are rooms called *room 1*, *room 2* and *room 3*; an operation is named where it is not *Invite users*. What cannot be seen is drawn: \`⇥\` a tab, \`␍\` a carriage return, \`⍽\` a space that does not break, \`⟨200B⟩\` the number of any other character without a shape.
`

function section({ title, introduction, cases }: FileCases): string {
  return `## ${title}\n\n${introduction}\n\n${cases.map(example).join('\n')}`
}

function example(fileCase: FileCase): string {
  const { title, source, expected } = fileCase
  const outcome =
    'refused' in expected ? `> ${drawnText(expected.refused)}` : understood(fileCase, expected)
  return [`### ${title}`, circumstances(fileCase), brought(source), outcome]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n')
}

/** What is not usual about the case: its operation, and what a person chose. */
function circumstances({ operation, options = {}, source }: FileCase): string {
  const { mapping = {}, limits = {}, ...reading } = options
  const chosen = Object.entries({ ...reading, ...mapping, ...limits }).map(([option, choice]) => {
    const name = words[option] ?? option
    return choice === true ? name : `${name} ${code(written(choice))}`
  })
  return [
    operation === undefined ? '' : `For *${operationNamed(operation).label.en}*.`,
    'pasted' in source ? 'Pasted.' : '',
    'encoding' in source && source.encoding !== undefined
      ? `Saved as ${code(source.encoding)}.`
      : '',
    chosen.length === 0 ? '' : `Chosen: ${chosen.join(', ')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function written(choice: unknown): string {
  return typeof choice === 'string' ? choice : JSON.stringify(choice)
}

function brought(source: CaseSource): string {
  if ('shown' in source) return source.shown
  const text = 'pasted' in source ? source.pasted : source.text
  const lines = drawnText(text, { lines: true }).replace(/\n$/u, '').split('\n')
  const shown = lines.slice(0, mostLines).map((line) => shortened(line, mostCharacters))
  const rest = lines.length - shown.length
  return ['```text', ...shown, ...(rest > 0 ? [`… ${rest} more lines`] : []), '```'].join('\n')
}

const mostLines = 20
const mostCharacters = 200

function shortened(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}

function understood(fileCase: FileCase, result: ReadResult): string {
  return [recognised(result), table(fileCase, result)].filter((part) => part !== '').join('\n\n')
}

function recognised({ source = {}, notices = [], mapping = {} }: ReadResult): string {
  const facts = Object.entries(source).map(
    ([name, value]) => `${words[name] ?? name} ${code(String(value))}`,
  )
  const columns = Object.entries(mapping).map(
    ([field, title]) => `${fields[field as keyof typeof fields].label.en} from ${code(title)}`,
  )
  return [
    ...(facts.length === 0 ? [] : [`Recognised: ${facts.join(', ')}.`]),
    ...(columns.length === 0 ? [] : [`Columns: ${columns.join(', ')}.`]),
    ...(notices.length === 0 ? [] : [`Said: ${notices.map((one) => said[one]).join('; ')}.`]),
  ].join(' ')
}

const words: Readonly<Record<string, string>> = {
  firstLine: 'first line',
  fullName: 'full name',
  allRows: 'all rows',
}

const said: Readonly<Record<SourceNoticeCode, string>> = {
  'lines-above': 'which lines above the table were not taken',
  'example-rows': 'which rows of the template are examples',
  'hidden-rows': 'that hidden rows were taken',
  'hidden-columns': 'that hidden columns were read',
  'hidden-sheet': 'that the sheet is hidden',
  'merged-cells': 'which cells were merged',
  'formulas-without-value': 'which formulas were never calculated',
  macros: 'that the macros were not run',
  'mail-addresses': 'that the text was read as a list of addresses',
  'lines-without-address': 'which lines of a mail’s head were not taken',
  'doubtful-encoding': 'which other encoding may be meant',
  'damaged-letters': 'which letters were damaged before',
  'rows-done': 'how many rows were done already',
  'rows-contradicting': 'which rows contradicted an earlier one',
}

function table({ operation = 'invite-users' }: FileCase, { rows }: ReadResult): string {
  const names = operationNamed(operation).fields.map((field) => fields[field].label.en)
  if (rows.length === 0) return ''
  return [
    names,
    names.map(() => '---'),
    ...rows.slice(0, mostLines).map((row) => filled(row, names)),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .concat(rows.length > mostLines ? [`\n… and ${rows.length - mostLines} more rows.`] : [])
    .join('\n')
}

/** A row’s values; a problem stands in the first cell. */
function filled(row: readonly string[], names: readonly string[]): readonly string[] {
  const isProblem = row.some((cell) => cell.startsWith('! '))
  const cells = isProblem
    ? [row.map(problem).join(', ')]
    : row.map((cell) => code(shortened(cell, 60)))
  return names.map((_, index) => (cells[index] ?? '').replaceAll('|', '\\|'))
}

function problem(cell: string): string {
  const [, name = cell, suggestion] = /^! ([\w-]+)(?: \((.*)\))?$/su.exec(cell) ?? []
  const sentence = `**Problem:** ${name.replaceAll('-', ' ')}`
  return suggestion === undefined ? sentence : `${sentence}; ${code(suggestion)} is suggested`
}

/** As code of Markdown. */
function code(text: string): string {
  if (text === '') return ''
  const shown = drawnText(text)
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``
}

/** The anchor that Markdown gives a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}
