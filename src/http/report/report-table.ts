import { describeNotice, describeProblem } from '../../domain/describe-problem.ts'
import type { Language } from '../../domain/language.ts'
import type { Column, Mapping } from '../../domain/mapping.ts'
import type { PlannedRow } from '../../verify/planned-row.ts'

/** A report as rows of cells, whatever file it becomes. */
export interface ReportTable {
  readonly header: readonly string[]
  readonly cellsOf: (row: PlannedRow) => readonly string[]
}

/**
 * The source's own columns, without those that look like passwords, and what became of each row. Corrected, the
 * report can be brought again as it is: columns that an earlier report added give way to the new ones, and
 * surplus cells of a row stand behind everything, so that they are surplus again.
 */
export function reportTable(mapping: Mapping, language: Language): ReportTable {
  const columns = ownColumns(mapping)
  const width = mapping.columns.length
  return {
    header: [...columns.map(({ title }) => title), ...added],
    cellsOf: (row) => [
      ...columns.map(({ index }) => row.cells[index] ?? ''),
      ...outcome(row, language),
      ...row.cells.slice(width),
    ],
  }
}

const added = ['line', 'state', 'code', 'message', 'suggestion'] as const

function ownColumns({ header, columns, fields }: Mapping): readonly Column[] {
  const tail = columns.slice(-added.length)
  const isReport =
    header &&
    tail.length === added.length &&
    tail.every(({ title }, index) => title === added[index]) &&
    !tail.some(({ index }) => Object.values(fields).includes(index))
  return columns.slice(0, isReport ? -added.length : undefined).filter(({ secret }) => !secret)
}

function outcome(row: PlannedRow, language: Language): readonly string[] {
  const { line, state, problems, notices } = row
  const messages = [
    ...problems.map((problem) => describeProblem(problem, language)),
    ...notices.map((notice) => describeNotice(notice, language)),
  ]
  return [
    String(line),
    state ?? '',
    [...problems, ...notices].map(({ code }) => code).join('; '),
    messages.join('; '),
    problems.flatMap(({ suggestion }) => suggestion ?? []).join('; '),
  ]
}
