import { useNavigate, useSearch } from '@tanstack/react-router'
import { without } from '../ui/without.ts'
import type { BatchSearch } from './batch-search.ts'

/** What narrows the rows on the screen down; the removed columns are none of it. */
export type RowNarrowing = Omit<BatchSearch, 'removed'>

/** Which rows the address asks for, and how it is made to ask for others. */
export function useNarrowing(): {
  readonly narrowing: RowNarrowing
  /** Shows the rows of this kind only; what is searched for stays. */
  readonly narrow: (kind: Omit<RowNarrowing, 'search'>) => void
  readonly widen: (...names: readonly (keyof RowNarrowing)[]) => void
} {
  const { removed: _, ...narrowing } = useSearch({ from: '/framed/batch-operations/$batch' })
  const navigate = useNavigate({ from: '/batch-operations/$batch' })
  const write = (change: (before: BatchSearch) => BatchSearch) =>
    void navigate({ to: '.', search: change, replace: true, resetScroll: false })
  return {
    narrowing,
    narrow: (kind) => write((before) => ({ ...without(before, ...kindNames), ...kind })),
    widen: (...names) => write((before) => without(before, ...names)),
  }
}

const kindNames = ['state', 'leftOut', 'problem', 'field', 'value'] as const
