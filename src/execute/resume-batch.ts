import type { Actor } from '../directory/actor.ts'
import { lockBatch, mustHaveRows, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import type { Jobs } from './jobs.ts'

/**
 * Lets a stopped or failed batch go on where it stood, on behalf of who resumes it. A batch that
 * waits or executes is left to it; a wish to stop it is taken back.
 * @throws RequestError `batch-not-found`, `illegal-move`, `rows-cleared`
 */
export async function resumeBatch(
  { db, jobs }: { readonly db: Db; readonly jobs: Jobs },
  ref: BatchRef,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    const { state } = batch
    if (state === 'draft' || state === 'verified' || state === 'done') {
      throw new RequestError('illegal-move', { state })
    }
    mustHaveRows(batch)
    const canGoOn = state === 'stopped' || state === 'failed'
    await tx
      .updateTable('batches')
      .set({
        stop_requested: false,
        ...(canGoOn && {
          state: 'waiting',
          cause: null,
          finished_at: null,
          executed_by: actor.userId,
          queued_at: now,
        }),
      })
      .where('company_id', '=', ref.companyId)
      .where('id', '=', ref.id)
      .execute()
    await jobs.executeCompany(tx, ref.companyId)
  })
  jobs.wake()
}
