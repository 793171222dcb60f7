import type { ProblemGroup } from '../domain/batch.ts'
import type { Problem, ProblemCode } from '../domain/problem.ts'
import type { Judgement } from './judgement.ts'

/** Counts rows by what is wrong with them. */
export interface ProblemCounter {
  add(row: Pick<Judgement, 'line' | 'problems'>): void
  /** The most frequent first. */
  groups(): readonly ProblemGroup[]
}

// A million rows can be wrong in a million ways; a person reads a page of them.
const mostGroups = 500

// Where the same wrong cell tends to come again, so that one mend serves many rows.
const codesWithValues: ReadonlySet<ProblemCode> = new Set([
  'unknown-room',
  'unknown-role',
  'unknown-boolean',
])

export function countProblems(): ProblemCounter {
  const groups = new Map<string, { group: ProblemGroup; count: number }>()

  function count(problem: Problem, line: number): void {
    const value = commonValue(problem)
    const key = [problem.code, problem.field, value, problem.suggestion].join('\n')
    const known = groups.get(key)
    if (known !== undefined) known.count++
    else if (value !== null && groups.size >= mostGroups) count(withoutValue(problem), line)
    else groups.set(key, { group: { problem, value, count: 0, firstLine: line }, count: 1 })
  }

  return {
    add({ problems, line }) {
      for (const problem of problems) count(problem, line)
    },
    groups() {
      return [...groups.values()]
        .map(({ group, count }) => ({ ...group, count }))
        .toSorted((a, b) => b.count - a.count || a.firstLine - b.firstLine)
    },
  }
}

function commonValue({ code, particulars }: Problem): string | null {
  const value = particulars['cell'] ?? particulars['value']
  return codesWithValues.has(code) && typeof value === 'string' ? value : null
}

function withoutValue({ code, field }: Problem): Problem {
  return { code, field, particulars: {} }
}
