import { describeNotice, describeProblem } from '../../domain/describe-problem.ts'
import type { Language } from '../../domain/language.ts'
import type { Column, Mapping } from '../../domain/mapping.ts'
import { reportedColumns } from '../../domain/own-columns.ts'
import type { Problem } from '../../domain/problem.ts'
import { reportColumns, reportMailColumns } from '../../domain/report-columns.ts'
import type { MailEnd } from '../../mail/mails-of-batch.ts'
import { describeAnswer } from '../../mail/own-answer.ts'
import type { PlannedRow } from '../../verify/planned-row.ts'

/** A row with the mails that it caused; where the batch causes none, they are not asked for. */
export interface ReportRow extends PlannedRow {
  readonly mails?: readonly MailEnd[]
}

/** A report as rows of cells, whatever file it becomes. */
export interface ReportTable {
  readonly header: readonly string[]
  /** How many of the columns are the source's; what became of the rows stands behind them. */
  readonly ownColumns: number
  readonly cellsOf: (row: ReportRow) => readonly string[]
  /** Which of these cells have a problem, counted from 0. */
  readonly badCellsOf: (row: ReportRow) => ReadonlySet<number>
}

/**
 * The source's own columns, without those that look like passwords, the halves of full names, and what became of
 * each row. Corrected, the report can be brought again as it is: columns that an earlier report added give way to
 * the new ones, and surplus cells of a row stand behind everything, so that they are surplus again.
 * @param hasMails the rows say what became of their mails
 */
export function reportTable(mapping: Mapping, language: Language, hasMails = false): ReportTable {
  const columns = reportedColumns(mapping)
  const width = mapping.columns.length
  return {
    header: [
      ...columns.map(({ title }) => title),
      ...reportColumns,
      ...(hasMails ? reportMailColumns : []),
    ],
    ownColumns: columns.length,
    badCellsOf: ({ problems }) => badCells(problems, mapping, columns),
    cellsOf: (row) => [
      ...columns.map(({ index }) => row.cells[index] ?? ''),
      ...outcome(row, language),
      ...(hasMails ? mailCells(row, language) : []),
      ...row.cells.slice(width),
    ],
  }
}

const noCells: ReadonlySet<number> = new Set()

function badCells(
  problems: readonly Problem[],
  { fields }: Mapping,
  columns: readonly Column[],
): ReadonlySet<number> {
  if (problems.length === 0) return noCells
  const bad = new Set(problems.map(({ field }) => (field === null ? undefined : fields[field])))
  return new Set(columns.flatMap(({ index }, place) => (bad.has(index) ? [place] : [])))
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

function mailCells({ mails = [] }: ReportRow, language: Language): readonly string[] {
  const answers = mails.flatMap(({ answer }) => answer ?? [])
  return [
    [...new Set(mails.map(({ state }) => state))].join('; '),
    [...new Set(answers.map((answer) => describeAnswer(answer, language)))].join('; '),
  ]
}
