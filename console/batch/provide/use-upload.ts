import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Batch } from '../../../src/http/contract/batch.ts'
import type { Transfer, UploadProgress } from '../../api/upload.ts'

/** A source on its way to the server: one at a time. */
export interface Upload<What> {
  readonly isBusy: boolean
  /** Null: nothing is on its way. */
  readonly progress: TimedProgress | null
  /** Why the last one did not arrive; null: it did, or was given up. */
  readonly error: unknown
  /** Does nothing while another is on its way, so that a double click sends once. */
  readonly send: (what: What) => void
  readonly cancel: () => void
  readonly forgetError: () => void
}

export interface TimedProgress extends UploadProgress {
  /** Milliseconds since the upload began. */
  readonly elapsed: number
}

/**
 * Sends by `act`, and tells how far it is. Leaving the page gives the upload up.
 * @param onSent called with what the server made of it
 */
export function useUpload<What>(
  act: (what: What, transfer: Transfer) => Promise<Batch>,
  onSent: (batch: Batch, what: What) => void,
): Upload<What> {
  const [progress, setProgress] = useState<TimedProgress | null>(null)
  const current = useRef<AbortController | null>(null)
  const { mutate, error, reset } = useMutation({
    mutationFn: ({ what, signal }: { readonly what: What; readonly signal: AbortSignal }) => {
      const begun = performance.now()
      const onProgress = (progress: UploadProgress) =>
        setProgress({ ...progress, elapsed: performance.now() - begun })
      onProgress({ sent: 0, total: 0 })
      return act(what, { signal, onProgress })
    },
    onSuccess: (batch, { what }) => onSent(batch, what),
    onSettled: () => {
      current.current = null
      setProgress(null)
    },
  })

  useEffect(() => () => current.current?.abort(), [])

  const send = (what: What) => {
    if (current.current !== null) return
    current.current = new AbortController()
    mutate({ what, signal: current.current.signal })
  }

  return {
    isBusy: progress !== null,
    progress,
    error: isGivenUp(error) ? null : error,
    send,
    cancel: () => current.current?.abort(),
    forgetError: reset,
  }
}

function isGivenUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
