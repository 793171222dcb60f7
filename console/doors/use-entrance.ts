import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { NewSession } from '../../src/http/contract/session.ts'
import { signIn } from '../api/session.ts'
import { useArrival } from './use-arrival.ts'

/** Signs in, and leads to where somebody wanted to go. */
export function useEntrance(): Entrance {
  const { back } = useSearch({ from: '/sign-in' })
  const arrive = useArrival()
  const { mutate, error, variables, isPending, reset } = useMutation({
    mutationFn: (shown: NewSession) => signIn(shown),
    onSuccess: (me) => arrive(me, back),
  })
  return { enter: mutate, error, tried: variables, isPending, reset }
}

export interface Entrance {
  readonly enter: (shown: NewSession) => void
  readonly error: unknown
  /** What was shown last. */
  readonly tried: NewSession | undefined
  readonly isPending: boolean
  /** Forgets the last try. */
  readonly reset: () => void
}
