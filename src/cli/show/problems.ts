import type { Batch, ProblemGroup } from '../../http/contract/batch.ts'
import type { Context } from '../context.ts'
import type { Sentences } from '../sentences.ts'
import { plain } from './plain.ts'
import { table } from './table.ts'

// What a screen holds; the report lists every row.
const shown = 20

/** Says how many rows stand where, what comes of them, and groups those with problems by kind, the most frequent first. */
export function showProblems(
  { terminal, words }: Context,
  { groups, totals, effects }: Batch,
): void {
  terminal.say(words.totals(totals))
  for (const { message } of effects) terminal.say(`  ${plain(message)}`)
  if (groups.length === 0) return
  terminal.say(`\n${problemTable(words, groups.slice(0, shown), terminal.colours)}\n`)
  if (groups.length > shown) terminal.say(`  ${words.moreGroups(groups.length - shown)}\n`)
}

/** The suggestions stand in the messages. */
export function problemTable(
  { columns, number }: Sentences,
  groups: readonly ProblemGroup[],
  colours?: Context['terminal']['colours'],
): string {
  return table({
    head: [columns.count, columns.firstLine, columns.problem],
    rows: groups.map(({ count, firstLine, message }) => [
      number(count),
      number(firstLine),
      message,
    ]),
    right: [0, 1],
    indent: '  ',
    ...(colours && { colours }),
  })
}

/** Says which suggestions are being accepted, and in how many rows. */
export function showSuggestions({ terminal, words }: Context, { groups }: Batch): void {
  const accepted = groups.filter(({ suggestion }) => suggestion !== undefined)
  terminal.say(words.accepting(accepted.reduce((sum, { count }) => sum + count, 0)))
  for (const { count, value, suggestion = '' } of accepted) {
    const from = value === null ? '' : `${plain(value)} → `
    terminal.say(`  ${from}${plain(suggestion)}  (${words.rows(count)})`)
  }
}
