import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Batch,
  BatchPage,
  Execution,
  Fix,
  LeavingOut,
  MappingChoiceBody,
  Row,
  RowFilter,
  RowPage,
} from '../../src/http/contract/batch.ts'
import { address, ask } from './client.ts'

/** A batch, without its rows. */
export const batchQuery = (batch: string) =>
  queryOptions({
    queryKey: ['batches', batch],
    queryFn: ({ signal }) => ask<Batch>(`/batches/${batch}`, { signal }),
  })

/** Batches, the newest first. */
export const historyQuery = infiniteQueryOptions({
  queryKey: ['batches'],
  queryFn: ({ pageParam, signal }) =>
    ask<BatchPage>('/batches', { query: { limit: 50, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

/** A page of rows: those that the filter finds, from the one at `offset` (counted from 0) on. */
export function readRows(
  batch: string,
  page: { readonly filter: RowFilter; readonly offset: number; readonly limit: number },
  signal?: AbortSignal,
): Promise<RowPage> {
  const { filter, offset, limit } = page
  return ask(`/batches/${batch}/rows`, { query: { ...filter, offset, limit }, signal })
}

export const mapBatch = (batch: string, body: MappingChoiceBody): Promise<Batch> =>
  ask(`/batches/${batch}/mapping`, { method: 'PUT', body })

/** The mapping of earlier is not offered again for sources with these columns. */
export const forgetMapping = (batch: string): Promise<Batch> =>
  ask(`/batches/${batch}/remembered-mapping`, { method: 'DELETE' })

/** Judges all rows; giving the request up gives the verification up. */
export const verifyBatch = (batch: string, signal?: AbortSignal): Promise<Batch> =>
  ask(`/batches/${batch}/verification`, { method: 'POST', signal })

export const fixRow = (batch: string, row: number, values: Row['values']): Promise<Row> =>
  ask(`/batches/${batch}/rows/${row}`, { method: 'PATCH', body: { values } })

export const fixCells = (batch: string, body: Fix): Promise<Batch> =>
  ask(`/batches/${batch}/fixes`, { method: 'POST', body })

export const acceptSuggestions = (batch: string): Promise<Batch> =>
  ask(`/batches/${batch}/suggestions`, { method: 'POST' })

export const leaveOut = (batch: string, body: LeavingOut): Promise<Batch> =>
  ask(`/batches/${batch}/left-out`, { method: 'POST', body })

export const executeBatch = (
  batch: string,
  { idempotencyKey, ...body }: Execution & { readonly idempotencyKey: string },
): Promise<Batch> => ask(`/batches/${batch}/execution`, { method: 'POST', body, idempotencyKey })

export const stopBatch = (batch: string): Promise<Batch> =>
  ask(`/batches/${batch}/stop`, { method: 'POST' })

export const resumeBatch = (batch: string): Promise<Batch> =>
  ask(`/batches/${batch}/resume`, { method: 'POST' })

/** Where progress is told, as server-sent events named `progress`. */
export const eventsAddress = (batch: string): string => address(`/batches/${batch}/events`)

/** Where the report is downloaded: of all rows, or of those with problems only. */
export const reportAddress = (batch: string, format: 'csv' | 'xlsx', state?: 'problems'): string =>
  address(`/batches/${batch}/report`, { format, state })
