import { fixRow, readRows } from '../../api/batches.ts'
import type { ProblemGroup, Row } from '../../../src/http/contract/batch.ts'
import { narrowingOf } from './narrowing-of.ts'

/**
 * Accepts a suggestion row by row, where the cells have no text in common that could be replaced at once: an
 * address with a slip has a suggestion of its own.
 */
export async function acceptInRows(batch: string, group: ProblemGroup): Promise<void> {
  const { field, suggestion } = group
  if (field === null || suggestion === undefined) return
  for (const { row } of await rowsWith(batch, group)) {
    await fixRow(batch, row, { [field]: suggestion })
  }
}

async function rowsWith(batch: string, group: ProblemGroup): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let offset = 0; found.length < group.count; offset += limit) {
    const { rows } = await readRows(batch, { filter: narrowingOf(group), offset, limit })
    found.push(...rows.filter((row) => hasIt(row, group)))
    if (rows.length < limit) return found
  }
  return found
}

const limit = 1_000

function hasIt({ problems }: Row, { code, field, suggestion }: ProblemGroup): boolean {
  return problems.some(
    (problem) =>
      problem.code === code && problem.field === field && problem.suggestion === suggestion,
  )
}
