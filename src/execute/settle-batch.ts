import { appendAuditEntry } from '../directory/append-audit-entry.ts'
import { findBatch, type BatchRecord } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'

/** How the execution of a batch ended. */
export interface BatchEnd {
  readonly state: 'done' | 'stopped' | 'failed'
  /** A code: why, where it is not done. */
  readonly cause: string | null
}

/**
 * Records how a batch ended, together with an entry in the audit log: what came of it, on behalf of who started it.
 * A chunk that is still underway, also with a process that lost the batch, comes to its end first, so that what is told
 * of the batch is so. Nothing happens where another process has recorded it before, nor where a person had it go on
 * meanwhile: what ended then is not the execution that is known here.
 * @param batch as this execution found it
 */
export async function settleBatch(
  db: Db,
  batch: BatchRecord,
  { state, cause, now }: BatchEnd & { readonly now: Date },
): Promise<void> {
  const { companyId, id, queuedAt } = batch
  await db.transaction().execute(async (tx) => {
    // Every chunk refers to its batch until it ends, and a later one finds that the batch has changed.
    const settled = await tx
      .selectFrom('batches')
      .select('executed_by')
      .where('company_id', '=', companyId)
      .where('id', '=', id)
      .where('state', '=', 'executing')
      .where('queued_at', 'is not distinct from', queuedAt)
      .$if(cause === 'stopped-by-person', (query) => query.where('stop_requested', '=', true))
      .forUpdate()
      .executeTakeFirst()
    if (settled === undefined) return
    await tx
      .updateTable('batches')
      .set({ state, cause, stop_requested: false, finished_at: now })
      .where('company_id', '=', companyId)
      .where('id', '=', id)
      .execute()
    const { operation, totals } = await findBatch(tx, batch)
    const { executed_by: starter } = settled
    await appendAuditEntry(tx, {
      companyId,
      at: now,
      act: 'batch-ended',
      actor: { kind: starter === null ? 'nobody' : 'user', id: starter },
      way: null,
      address: null,
      subject: { kind: 'batch', id },
      details: { operation, state, cause, totals: { ...totals } },
    })
  })
}
