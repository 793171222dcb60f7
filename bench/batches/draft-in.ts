import type { Pool } from 'pg'
import type { Actor } from '../../src/directory/actor.ts'
import { connect } from '../../src/directory/connect.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'
import { openTable } from '../../src/ingest/open-table.ts'
import { operationNamed } from '../../src/operations/index.ts'
import { draftBatch } from '../../src/verify/draft-batch.ts'
import type { Workload } from './workload.ts'

/** A batch that is only drafted. @returns its identifier */
export async function draftIn(
  pool: Pool,
  actor: Actor,
  { workload, bytes }: { readonly workload: Workload; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<string> {
  const file = { name: 'people.csv', kind: 'file', bytes } as const
  const table = await openTable(file, { limits: { ...usualSourceLimits, bytes: 1e9, rows: 1e7 } })
  const operation = operationNamed(workload.operation)
  const drafted = { actor, operation, language: null, table, choice: {}, now: new Date() }
  return (await draftBatch(connect(pool), drafted)).id
}
