import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SortingState, Updater } from '@tanstack/react-table'

/** How a list is sorted: by what the address says, else by the column that the API sorts by unasked. */
export function useSort(unasked: string | undefined): {
  readonly sorting: SortingState
  readonly setSorting: (updater: Updater<SortingState>) => void
} {
  const { sort = unasked, order = 'asc' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const sorting = sort === undefined ? [] : [{ id: sort, desc: order === 'desc' }]
  const setSorting = (updater: Updater<SortingState>) => {
    const [chosen] = typeof updater === 'function' ? updater(sorting) : updater
    if (chosen === undefined) return
    const { id, desc } = chosen
    void navigate({
      to: '.',
      search: (before) => ({ ...before, sort: id, order: desc ? 'desc' : 'asc' }),
      replace: true,
      resetScroll: false,
    })
  }
  return { sorting, setSorting }
}
