import type { ProblemGroup } from '../../../src/http/contract/batch.ts'
import type { RowNarrowing } from '../use-narrowing.ts'

/** The rows that have this problem, as the address and the API are asked for them. */
export function narrowingOf({
  code,
  field,
  value,
}: ProblemGroup): Pick<RowNarrowing, 'problem' | 'field' | 'value'> {
  return {
    problem: code,
    ...(field !== null && { field }),
    ...(value !== null && { value }),
  }
}
