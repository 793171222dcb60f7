import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Row, RowFilter, RowPage } from '../../../src/http/contract/batch.ts'
import { readRows } from '../../api/batches.ts'
import { useSettled } from './use-settled.ts'

/** The rows that have come so far. */
export interface RowPages {
  /** How many rows the filter finds; undefined: not known yet. */
  readonly total: number | undefined
  readonly failure: unknown
  readonly retry: () => void
  /** Undefined: it has not come yet. `index` counts from 0 among the rows that the filter finds. */
  readonly rowAt: (index: number) => Row | undefined
  /** Where a row stands now; undefined: not among those that are drawn. */
  readonly indexOf: (row: number) => number | undefined
}

interface Asked {
  readonly batch: string
  readonly filter: RowFilter
  /** Sentences come in it. */
  readonly language: string
  /** What is not asked for at the moment: nothing new at all, or not again what has come. */
  readonly held: 'all' | 'known' | 'nothing'
  /** Milliseconds after which rows that are seen are asked for again; false: never. */
  readonly interval: number | false
}

/**
 * Rows of a batch, page by page: those on which the rows that are drawn stand. Whoever scrolls past a page does not ask for it, and a
 * page that is left before it came is given up.
 */
export function useRowPages(asked: Asked, indexes: readonly number[]): RowPages {
  // The first page tells how many rows there are: it is always wanted.
  const pages = [...new Set([0, ...indexes.map((index) => Math.floor(index / pageSize))])]
  const isAtRest = useSettled(pages.join(), resting) === pages.join()
  const queryClient = useQueryClient()
  const keyOf = (page: number) => ['rows', asked.batch, asked.filter, page, asked.language] as const
  const mayAskFor = (page: number) =>
    asked.held === 'nothing' ||
    (asked.held === 'known' && queryClient.getQueryData(keyOf(page)) === undefined)
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: keyOf(page),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        readRows(
          asked.batch,
          { filter: asked.filter, offset: page * pageSize, limit: pageSize },
          signal,
        ),
      enabled: (isAtRest || page === 0) && mayAskFor(page),
      refetchInterval: asked.interval,
      // Whoever scrolls through a million rows must not keep them all.
      gcTime: 60_000,
    })),
  })
  const byPage = new Map(pages.map((page, at) => [page, answers[at]?.data]))
  return {
    total: byPage.get(0)?.total,
    failure: answers.find(({ isError }) => isError)?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch()
    },
    rowAt: (index) => byPage.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    indexOf: (row) => {
      for (const [page, answer] of byPage) {
        const at = answer?.rows.findIndex((one) => one.row === row) ?? -1
        if (at >= 0) return page * pageSize + at
      }
      return undefined
    },
  }
}

/** Shows rows otherwise at once, before the server has said how they are. */
export function redrawRows(
  queryClient: QueryClient,
  batch: string,
  redraw: (row: Row) => Row,
): void {
  queryClient.setQueriesData<RowPage>({ queryKey: ['rows', batch] }, (page) =>
    page === undefined ? page : { ...page, rows: page.rows.map(redraw) },
  )
}

const pageSize = 200

// Milliseconds. A page passes in less only when the scroll bar is dragged.
const resting = 100
