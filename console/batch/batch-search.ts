import type { RowFilter } from '../../src/http/contract/batch.ts'

/** What the address of a batch says beside the batch: which rows are shown, and which columns are not. */
export interface BatchSearch {
  readonly state?: 'ready' | 'unchanged' | 'problems' | 'error' | 'done' | 'failed'
  readonly problem?: RowFilter['problem']
  readonly field?: RowFilter['field']
  readonly value?: string
  readonly leftOut?: boolean
  readonly search?: string
  /** Numbers of the source's columns that were removed from the grid, counted from 1. */
  readonly removed?: readonly number[]
}

export function batchSearch(asked: Record<string, unknown>): BatchSearch {
  const text = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {}
  }
  const { removed, leftOut } = asked
  // What is not a problem, field or state is refused by the API with a sentence.
  return {
    ...text('state'),
    ...text('problem'),
    ...text('field'),
    ...text('value'),
    ...text('search'),
    ...(typeof leftOut === 'boolean' && { leftOut }),
    ...(Array.isArray(removed) && { removed: removed.filter((one) => Number.isInteger(one)) }),
  }
}

/** The rows that the address asks for, as the API is asked for them. */
export function rowFilterOf(search: BatchSearch): RowFilter {
  const { state, problem, field, value, leftOut, search: text } = search
  return { state: state && [state], problem, field, value, leftOut, search: text }
}
