import { describeNotice, describeProblem } from '../domain/describe-problem.ts'
import type { Language } from '../domain/language.ts'
import type { Problem } from '../domain/problem.ts'
import type { PlannedRow } from '../verify/planned-row.ts'
import type { Row } from './contract/batch.ts'

/** A row as the API shows it, its sentences in the reader's language. */
export function serialiseRow(planned: PlannedRow, language: Language): Row {
  const { row, line, state, values, cells, fixed, leftOut, problems, notices, changes } = planned
  return {
    row,
    line,
    state,
    values: { ...values },
    cells: [...cells],
    leftOut,
    fixed: [...fixed],
    problems: problems.map((problem) => serialiseProblem(problem, language)),
    notices: notices.map((notice) => ({
      code: notice.code,
      message: describeNotice(notice, language),
    })),
    changes: changes.map(({ before, after }) => ({ before, after })) as Row['changes'],
  }
}

function serialiseProblem(problem: Problem, language: Language): Row['problems'][number] {
  const { code, field, suggestion } = problem
  const message = describeProblem(problem, language)
  return { code, field, message, ...(suggestion !== undefined && { suggestion }) }
}
