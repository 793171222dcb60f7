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
 * Nothing happens where another process has recorded it before, nor where a person had it go on meanwhile: what
 * ended then is not the execution that is known here.
 * @param batch as this execution found it
 */
export async function settleBatch(
  db: Db,
  batch: BatchRecord,
  { state, cause, now }: BatchEnd & { readonly now: Date },
): Promise<void> {
  const { companyId, id, queuedAt } = batch
  await db.transaction().execute(async (tx) => {
    const settled = await tx
      .updateTable('batches')
      .set({ state, cause, stop_requested: false, finished_at: now })
      .where('company_id', '=', companyId)
      .where('id', '=', id)
      .where('state', '=', 'executing')
      .where('queued_at', 'is not distinct from', queuedAt)
      .$if(cause === 'stopped-by-person', (query) => query.where('stop_requested', '=', true))
      .returning('executed_by')
      .executeTakeFirst()
    if (settled === undefined) return
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
