import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/** What was entered or chosen, and is not on the server yet. */
export interface UnsentSource {
  readonly text: string
  readonly file: File | null
  /** The file came before the operation was known, and goes on its way with it. */
  readonly isWaiting: boolean
}

/** Where it is kept. */
export const unsentSourceKey = ['unsent-source']

export const noSource: UnsentSource = { text: '', file: null, isWaiting: false }

/**
 * Keeps what is not sent yet while other pages are visited, the sign-in among them. It lies beside the answers
 * of the API, so whoever signs out leaves nothing behind.
 */
export function useUnsentSource(): readonly [UnsentSource, (unsent: UnsentSource) => void] {
  const queryClient = useQueryClient()
  const [unsent, setUnsent] = useState(
    () => queryClient.getQueryData<UnsentSource>(unsentSourceKey) ?? noSource,
  )
  const keep = useCallback(
    (unsent: UnsentSource) => {
      queryClient.setQueryDefaults(unsentSourceKey, { gcTime: Infinity })
      queryClient.setQueryData(unsentSourceKey, unsent)
      setUnsent(unsent)
    },
    [queryClient],
  )
  return [unsent, keep]
}
