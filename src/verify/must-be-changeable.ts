import { canMove } from '../domain/batch.ts'
import { mustHaveRows, type BatchRecord } from '../directory/batches.ts'
import { RequestError } from '../domain/request-error.ts'

/**
 * Source, mapping, corrections and plan can change until the batch is executed.
 * @throws RequestError `illegal-move`, `rows-cleared`
 */
export function mustBeChangeable(batch: BatchRecord): void {
  const { state } = batch
  if (!canMove(state, 'draft')) throw new RequestError('illegal-move', { state })
  mustHaveRows(batch)
}
