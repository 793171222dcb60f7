import { useQuery } from '@tanstack/react-query'
import type { BatchState } from '../../src/domain/batch.ts'
import type { Batch } from '../../src/http/contract/batch.ts'
import { batchQuery } from '../api/batches.ts'
import { ApiError } from '../api/client.ts'

/** A batch as it is now: it is looked at again every few seconds, since other tabs and people change it as well. */
export function useBatch(id: string): {
  readonly batch: Batch | undefined
  /** The last look found no server. */
  readonly isAway: boolean
  readonly error: unknown
  readonly refetch: () => unknown
} {
  const { data, error, failureReason, refetch } = useQuery({
    ...batchQuery(id),
    refetchInterval: ({ state }) => {
      if (state.data !== undefined) return intervals[state.data.state]
      // A batch that does not exist is not asked for again.
      return isPassing(state.error) && 5_000
    },
  })
  return { batch: data, isAway: isPassing(failureReason), error, refetch }
}

// While it executes its events tell more; this is what is left when they do not come.
const intervals: Readonly<Record<BatchState, number | false>> = {
  draft: 3_000,
  verified: 3_000,
  waiting: 2_000,
  executing: 2_000,
  stopped: 3_000,
  failed: 3_000,
  done: false,
}

function isPassing(reason: unknown): boolean {
  if (!(reason instanceof ApiError)) return false
  return reason.code === 'unreachable' || reason.status >= 502
}
