/** What is known of a list that comes by the page: an infinite query whose `select` gives its rows. */
export interface List<Row> {
  readonly data:
    | {
        readonly rows: readonly Row[]
        readonly total?: number
        /** There are more than `total`, which was not counted further. */
        readonly isMoreThanTotal?: boolean
      }
    | undefined
  readonly error: unknown
  readonly isFetching: boolean
  readonly isPlaceholderData: boolean
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
}
