import type { Actor } from '../directory/actor.ts'
import { lockBatch, mustHaveRows, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import type { Jobs } from './jobs.ts'
import { requiredConfirmation, type Confirmation, type Guards } from './required-confirmation.ts'

export interface ExecutionRequest {
  readonly actor: Actor
  /** Names the plan that its caller has seen. */
  readonly digest: string
  /** Execute the good rows although others have problems. */
  readonly skipErrors: boolean
  readonly confirm: Confirmation
  /** Its mails wait until somebody releases them; false unless given. */
  readonly holdMails?: boolean | undefined
  readonly now: Date
}

/**
 * Queues a verified batch for execution.
 * @throws RequestError `batch-not-found`, `illegal-move`, `plan-changed`, `rows-with-problems`,
 * `confirmation-required`, `rows-cleared`
 */
export async function executeBatch(
  { db, jobs, guards }: { readonly db: Db; readonly jobs: Jobs; readonly guards: Guards },
  ref: BatchRef,
  request: ExecutionRequest,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    mustBeTheSeenPlan(batch, request)
    mustHaveNoProblems(batch, request)
    mustBeConfirmed(await requiredConfirmation(tx, batch, guards), request)
    await queue(tx, batch, request)
    await jobs.executeCompany(tx, ref.companyId)
  })
  jobs.wake()
}

function mustBeTheSeenPlan(batch: BatchRecord, seen: ExecutionRequest): void {
  const { state, digest } = batch
  mustHaveRows(batch)
  if (state === 'draft') throw new RequestError('plan-changed')
  if (state !== 'verified') throw new RequestError('illegal-move', { state })
  if (digest !== seen.digest) throw new RequestError('plan-changed')
}

function mustHaveNoProblems({ totals }: BatchRecord, { skipErrors }: ExecutionRequest): void {
  if (totals.error > 0 && !skipErrors) {
    throw new RequestError('rows-with-problems', { error: totals.error })
  }
}

function mustBeConfirmed(required: Confirmation, { confirm }: ExecutionRequest): void {
  const { deletions, mails } = required
  const open = {
    ...(deletions !== undefined && deletions !== confirm.deletions && { deletions }),
    ...(mails !== undefined && mails !== confirm.mails && { mails }),
  }
  const numbers = Object.entries(open)
  if (numbers.length === 0) return
  const what = numbers.map(([name, number]) => `${name}: ${number}`).join(', ')
  throw new RequestError('confirmation-required', { what, ...open })
}

async function queue(tx: Tx, batch: BatchRecord, request: ExecutionRequest): Promise<void> {
  await tx
    .updateTable('batches')
    .set({
      state: 'waiting',
      executed_by: request.actor.userId,
      queued_at: request.now,
      holds_mails: request.holdMails ?? false,
    })
    .where('company_id', '=', batch.companyId)
    .where('id', '=', batch.id)
    .execute()
}
