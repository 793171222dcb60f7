import type { Batch } from '../../http/contract/batch.ts'
import type { Context } from '../context.ts'
import { moment } from './moment.ts'
import { plain } from './plain.ts'
import { problemTable } from './problems.ts'

/** A batch for people: what it is, where it stands, and its problems. */
export function describeBatch({ words, language }: Context, batch: Batch): string {
  const { columns } = words
  const { state, operation, source, totals, effects, groups, createdAt, createdBy, cause } = batch
  const facts: readonly (readonly [string, string])[] = [
    [columns.batch, batch.batch],
    [columns.operation, operation],
    [columns.state, words.batchStates[state]],
    [columns.source, source.name ?? words.standardInput],
    [columns.created, [moment(createdAt, language), createdBy].filter(Boolean).join(', ')],
    [columns.count, words.totals(totals)],
    ...effects.map(({ message }) => ['', message] as const),
    ...(cause === null ? [] : [[words.cause, cause.message] as const]),
  ]
  const width = Math.max(...facts.map(([name]) => name.length))
  const lines = facts.map(([name, fact]) => `${name.padEnd(width)}  ${plain(fact)}`)
  if (groups.length === 0) return `${lines.join('\n')}\n`
  return `${lines.join('\n')}\n\n${problemTable(words, groups)}\n`
}
