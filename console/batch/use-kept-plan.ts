import { useState } from 'react'
import type { Batch } from '../../src/http/contract/batch.ts'

/**
 * The plan that was verified last, while a change to it is verified: the batch is a draft meanwhile, but what is
 * on the screen stays until there is something better. Null where the batch itself is to be shown.
 */
export function useKeptPlan(batch: Batch, isVerifying: boolean): Batch | null {
  const [last, setLast] = useState<Batch | null>(null)
  const isBetween = batch.state === 'draft' && isVerifying
  if (batch.state === 'verified' && batch !== last) setLast(batch)
  else if (batch.state !== 'verified' && !isBetween && last !== null) setLast(null)
  return isBetween ? last : null
}
