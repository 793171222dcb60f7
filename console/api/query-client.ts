import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

/** @param onSignedOut called when an answer says that nobody is signed in (any more) */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.code === 'sign-in-required') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode,
        staleTime: 5_000,
        // A refusal stays one; a server that is starting anew is there in a moment.
        retry: (failures, error) => failures < 3 && isPassing(error),
        retryDelay: (failures) => 300 * 2 ** failures,
      },
      mutations: { networkMode },
    },
  })
}

// Whatever the browser believes: the server may run on this very machine, and what somebody has asked for
// must fail before their eyes instead of being done whenever the network returns.
const networkMode = 'always'

function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'unreachable' || error.status === 503)
}
