import { useNavigate, useSearch } from '@tanstack/react-router'
import { without } from '../../ui/without.ts'

/** Columns of the source that are not shown, by their numbers; the address says which. */
export function useRemovedColumns(): {
  readonly removed: readonly number[]
  readonly remove: (...columns: readonly number[]) => void
  readonly bringBack: (...columns: readonly number[]) => void
} {
  const { removed = none } = useSearch({ from: '/framed/batch-operations/$batch' })
  const navigate = useNavigate({ from: '/batch-operations/$batch' })
  const write = (columns: readonly number[]) =>
    void navigate({
      to: '.',
      search: (before) =>
        columns.length > 0 ? { ...before, removed: columns } : without(before, 'removed'),
      replace: true,
      resetScroll: false,
    })
  return {
    removed,
    remove: (...columns) => write([...new Set([...removed, ...columns])].toSorted((a, b) => a - b)),
    bringBack: (...columns) => write(removed.filter((one) => !columns.includes(one))),
  }
}

const none: readonly number[] = []
