import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { AuditPage } from '../../src/http/contract/audit.ts'
import { address, ask } from './client.ts'

/** What narrows the audit log: an act, the id of a user who acted, a text. */
export interface AuditFilter {
  readonly act?: string | undefined
  readonly actor?: string | undefined
  readonly search?: string | undefined
}

/** What was done in the company, the newest first. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit-log', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<AuditPage>('/audit-log', { query: { ...filter, limit: 100, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rows: pages.flatMap(({ entries }) => entries) }),
    placeholderData: keepPreviousData,
  })

/** Where the entries that the filter finds are downloaded, as CSV. */
export const auditExportAddress = (filter: AuditFilter): string =>
  address('/audit-log/export', { ...filter })
