import type { ReportRow } from '../report-table.ts'

/** Rows that come by the page and are taken by as many as there is room for. */
export interface RowQueue extends AsyncDisposable {
  hasMore(): Promise<boolean>
  /** The next rows, `most` or fewer; none at the end. */
  take(most: number): Promise<readonly ReportRow[]>
}

/** Disposing ends where the rows come from. */
export function queueRows(pages: AsyncIterable<readonly ReportRow[]>): RowQueue {
  const source = pages[Symbol.asyncIterator]()
  let page: readonly ReportRow[] = []

  async function hasMore(): Promise<boolean> {
    while (page.length === 0) {
      const next = await source.next()
      if (next.done === true) return false
      page = next.value
    }
    return true
  }

  return {
    hasMore,
    async take(most) {
      if (most === 0 || !(await hasMore())) return []
      const taken = page.slice(0, most)
      page = page.slice(most)
      return taken
    },
    async [Symbol.asyncDispose]() {
      await source.return?.()
    },
  }
}
