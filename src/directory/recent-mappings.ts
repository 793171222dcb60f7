import type { Mapping } from '../domain/mapping.ts'
import type { Tx } from './schema.ts'

/** How the columns of a batch were mapped, and when it ended or, before it did, was brought. */
export interface RecentMapping {
  readonly mapping: Mapping
  readonly at: Date
}

/**
 * Those of the newest batches of an operation of which there are reports: what is only a draft has none, and of one
 * whose rows were deleted nothing is known any more.
 */
export async function recentMappings(
  tx: Tx,
  { companyId, operation }: { readonly companyId: string; readonly operation: string },
): Promise<readonly RecentMapping[]> {
  const found = await tx
    .selectFrom('batches')
    .where('company_id', '=', companyId)
    .where('operation', '=', operation)
    .where('state', '<>', 'draft')
    .where('cleared_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(mostRecent)
    .select(['mapping', 'created_at', 'finished_at'])
    .execute()
  return found.map(({ mapping, created_at, finished_at }) => ({
    mapping: mapping as Mapping,
    at: finished_at ?? created_at,
  }))
}

// Who brings a report again does so soon.
const mostRecent = 100
