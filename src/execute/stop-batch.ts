import { lockBatch, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import { canMove } from '../domain/batch.ts'
import { RequestError } from '../domain/request-error.ts'

/**
 * Stops a batch: at once while it waits, at the next chunk while it executes. Stopping what has
 * stopped changes nothing.
 * @throws RequestError `batch-not-found`, `illegal-move`
 */
export async function stopBatch(db: Db, ref: BatchRef, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { state } = await lockBatch(tx, ref)
    if (state === 'stopped') return
    if (!canMove(state, 'stopped')) throw new RequestError('illegal-move', { state })
    await tx
      .updateTable('batches')
      .set(
        state === 'waiting'
          ? { state: 'stopped', cause: 'stopped-by-person', finished_at: now }
          : { stop_requested: true },
      )
      .where('company_id', '=', ref.companyId)
      .where('id', '=', ref.id)
      .execute()
  })
}
