import { canMove } from '../domain/batch.ts'
import type { BatchRecord } from '../directory/batches.ts'
import { RequestError } from '../domain/request-error.ts'

/**
 * Source, mapping, corrections and plan can change until the batch is executed.
 * @throws RequestError `illegal-move`
 */
export function mustBeChangeable({ state }: BatchRecord): void {
  if (!canMove(state, 'draft')) throw new RequestError('illegal-move', { state })
}
