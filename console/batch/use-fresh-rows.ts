import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Batch } from '../../src/http/contract/batch.ts'

/** Asks for the rows on the screen anew when their batch has changed, wherever that happened. */
export function useFreshRows(batch: Batch): void {
  const queryClient = useQueryClient()
  const { state, digest, mapping, source, leftOut, totals } = batch
  const version = JSON.stringify([state, digest, mapping, source, leftOut, totals])
  const shown = useRef(version)
  useEffect(() => {
    if (shown.current === version) return
    shown.current = version
    void queryClient.invalidateQueries({ queryKey: ['rows', batch.batch] })
  }, [version, batch.batch, queryClient])
}
