import { sql } from 'kysely'
import type { BatchRecord } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'

/**
 * What a batch that is to be executed waits for. `batch`: another one of its company comes first. `server`: none has
 * begun with it, or the one that was at work has not been heard of for seconds; if that has ended, another goes on.
 */
export type WaitsFor = 'batch' | 'server'

/** Asked again and again of the same batch, tells what it waits for once nothing has moved for seconds. */
export function watchForWaits(db: Db): (batch: BatchRecord) => Promise<WaitsFor | null> {
  let last = ''
  let since = 0
  return async (batch) => {
    const { state, totals } = batch
    const now = performance.now()
    const standing = `${state} ${totals.ready}`
    if (standing !== last) since = now
    last = standing
    const still = now - since
    if (state === 'executing') return still < usualChunk ? null : 'server'
    if (state !== 'waiting' || still < usualStart) return null
    return (await isPreceded(db, batch)) ? 'batch' : 'server'
  }
}

// Milliseconds. A server looks for batches once a second, or every other if it is at work; a chunk takes about one.
const usualStart = 2_500
const usualChunk = 8_000

async function isPreceded(db: Db, { companyId, id, queuedAt }: BatchRecord): Promise<boolean> {
  const { rows } = await sql<{ isPreceded: boolean }>`
    select exists (
      select from batches
      where company_id = ${companyId} and id <> ${id}
        and (state = 'executing' or state = 'waiting' and (queued_at, id) < (${queuedAt}, ${id}))
    ) as "isPreceded"`.execute(db)
  return rows[0]?.isPreceded === true
}
