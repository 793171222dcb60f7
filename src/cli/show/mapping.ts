import type { Batch } from '../../http/contract/batch.ts'
import type { OperationDescription } from '../../http/contract/operation.ts'
import type { Context } from '../context.ts'
import { day } from './moment.ts'
import { plain } from './plain.ts'

/** Says what was recognised about the source, and which column became which field and why. */
export function showMapping(
  { terminal, words, language }: Context,
  batch: Batch,
  operation: OperationDescription,
): void {
  const { colours } = terminal
  terminal.say(plain(words.source(sourceParts(words, batch))))
  for (const { code, message } of batch.source.notices) {
    const choice = code === 'rows-done' ? ` ${words.takeAllRows}` : ''
    terminal.say(`  ${plain(message)}${choice}`)
  }
  const labels = operation.fields.map(({ field, label }) => ({ field, label: label[language] }))
  const width = Math.max(...labels.map(({ label }) => label.length))
  const widest = Math.max(...batch.columns.map(({ column }) => column.length))
  for (const { field, label } of labels) {
    const column = batch.columns.find((column) => column.field === field)
    const reason = column?.reason ?? null
    const why = reason === null ? '' : colours.dim(`  ${words.reasons[reason]}`)
    const name = column === undefined ? colours.red(words.none) : plain(column.column)
    terminal.say(`  ${label.padEnd(width)}  ← ${name.padEnd(why === '' ? 0 : widest)}${why}`)
  }
  if (batch.fullName !== null) terminal.say(`  ${words.split(plain(batch.fullName))}`)
  const secret = batch.columns.filter((column) => column.secret)
  const leftOut = batch.columns.filter((column) => isLeftOut(column, batch))
  if (leftOut.length > 0) terminal.say(`  ${words.leftOut(names(leftOut))}`)
  if (secret.length > 0) terminal.say(`  ${words.notStored(names(secret))}`)
  if (batch.remembered !== null) {
    const { at, by } = batch.remembered
    const offer = words.remembered(
      rememberedColumns(labels, batch.remembered),
      day(at, language),
      by,
    )
    terminal.say(`  ${plain(offer)}`)
  }
  if (isGuessed(batch)) terminal.say(colours.dim(`  ${words.changeMapping}`))
}

// The column of full names is in use, although no field is filled with it; its halves are not the source's.
function isLeftOut({ column, field, secret, half }: Batch['columns'][number], batch: Batch) {
  return field === null && !secret && half === null && column !== batch.fullName
}

type Remembered = NonNullable<Batch['remembered']>

function rememberedColumns(
  labels: readonly { readonly field: keyof Remembered['fields']; readonly label: string }[],
  { fields, fullName }: Remembered,
): string {
  return labels
    .map(({ field, label }) => `${label} ← ${fields[field] ?? fullName ?? ''}`)
    .join(', ')
}

function sourceParts(words: Context['words'], { source }: Batch): readonly string[] {
  const { name, format, encoding, delimiter, sheet, sheets, header, rows } = source
  return [
    `${name ?? words.standardInput}: ${format.toUpperCase()}`,
    ...(encoding === null ? [] : [encoding]),
    ...(delimiter === null ? [] : [words.separatedBy(words.delimiters[delimiter] ?? delimiter)]),
    ...(sheet === null || sheets.length < 2 ? [] : [words.sheet(sheet)]),
    words.header(header),
    words.rows(rows),
  ]
}

// As --map and --ignore take them.
function names(columns: Batch['columns']): string {
  return plain(columns.map(({ column }) => column).join(', '))
}

function isGuessed({ columns, missing }: Batch): boolean {
  return missing.length > 0 || columns.some(({ reason }) => reason !== null && !isCertain(reason))
}

function isCertain(reason: string): boolean {
  return reason === 'chosen' || reason === 'name'
}
