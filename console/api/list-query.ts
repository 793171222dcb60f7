import { infiniteQueryOptions, keepPreviousData, type InfiniteData } from '@tanstack/react-query'
import { ask, type Query } from './client.ts'

/**
 * Makes queries for lists of one kind, which come by the page; what was there stays until the answer to
 * another search or order is.
 * @param itemsOf takes the items out of a page
 * @returns given the list's path in the API and what narrows and sorts it, the options of its query
 */
export function listQuery<Page extends AnyPage, Item>(itemsOf: (page: Page) => readonly Item[]) {
  const flatten = ({ pages }: InfiniteData<Page>): Items<Item> => ({
    rows: pages.flatMap(itemsOf),
    total: pages[0]?.total ?? 0,
    isMoreThanTotal: pages[0]?.isMoreThanTotal === true,
  })
  return (path: string, asked: Query) =>
    infiniteQueryOptions({
      queryKey: ['lists', path, asked],
      queryFn: ({ pageParam, signal }) =>
        ask<Page>(path, { query: { ...asked, limit: 100, cursor: pageParam }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      select: flatten,
      placeholderData: keepPreviousData,
    })
}

interface Items<Item> {
  readonly rows: readonly Item[]
  readonly total: number
  readonly isMoreThanTotal: boolean
}

interface AnyPage {
  readonly next: string | null
  readonly total: number
  readonly isMoreThanTotal?: boolean | undefined
}
