import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Batch } from '../../src/http/contract/batch.ts'
import { batchQuery, verifyBatch } from '../api/batches.ts'
import { ApiError } from '../api/client.ts'
import type { Plan } from './plan.ts'

/** Changes a batch one act after the other, and keeps its plan up to date: see `Plan`. */
export function useChanges(batch: Batch): Plan {
  const { batch: id } = batch
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const [isVerifying, setIsVerifying] = useState(false)
  const verification = useRef<AbortController | null>(null)
  const acts = useRef<Promise<unknown>>(Promise.resolve())
  // Between a change and the verification that follows it the batch is a draft, but its plan is still wanted.
  const isPlanWanted = useRef(batch.state === 'verified')

  const judge = useCallback(async () => {
    verification.current?.abort()
    const current = new AbortController()
    verification.current = current
    isPlanWanted.current = true
    setIsVerifying(true)
    try {
      const verified = await whenFree(() => verifyBatch(id, current.signal))
      // An answer that is still on its way tells of the batch before.
      await queryClient.cancelQueries({ queryKey: batchQuery(id).queryKey })
      queryClient.setQueryData(batchQuery(id).queryKey, verified)
      await queryClient.invalidateQueries({ queryKey: ['rows', id] })
    } catch (error) {
      if (current.signal.aborted) return
      isPlanWanted.current = false
      setFailure(error)
      await queryClient.invalidateQueries({ queryKey: batchQuery(id).queryKey })
    } finally {
      if (verification.current === current) {
        verification.current = null
        setIsVerifying(false)
      }
    }
  }, [id, queryClient])

  const verify = useCallback(async () => {
    setFailure(null)
    await judge()
  }, [judge])

  const change = useCallback(
    <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
      if (batch.state === 'verified') isPlanWanted.current = true
      // From now on the plan is doubtful: whoever looks at the batch meanwhile may find a draft.
      setIsVerifying(isPlanWanted.current)
      verification.current?.abort()
      verification.current = null
      const changed = acts.current.then(() => whenFree(act))
      const settled = changed.then(
        () => setFailure(null),
        (error: unknown) => setFailure(error),
      )
      acts.current = settled
      const follow = async () => {
        await settled
        // Of several changes in a row only the last is followed by a verification.
        if (acts.current !== settled) return
        // Whatever went wrong with the change stays to be read.
        if (isPlanWanted.current) return await judge()
        await queryClient.invalidateQueries({ queryKey: batchQuery(id).queryKey })
        await queryClient.invalidateQueries({ queryKey: ['rows', id] })
      }
      void follow()
      return changed
    },
    [batch.state, id, queryClient, judge],
  )

  const giveUp = useCallback(() => {
    isPlanWanted.current = false
    verification.current?.abort()
    setIsVerifying(false)
    void queryClient.invalidateQueries({ queryKey: batchQuery(id).queryKey })
  }, [id, queryClient])

  const forgetFailure = useCallback(() => setFailure(null), [])
  return { batch, isVerifying, failure, verify, giveUp, change, forgetFailure }
}

// A verification that was given up lets go of the batch a moment later.
async function whenFree<Answer>(act: () => Promise<Answer>, tries = 5): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    if (tries === 0 || !(error instanceof ApiError) || error.code !== 'batch-busy') throw error
    await new Promise((resolve) => setTimeout(resolve, 200))
    return await whenFree(act, tries - 1)
  }
}
