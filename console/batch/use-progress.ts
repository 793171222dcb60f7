import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Progress } from '../../src/http/contract/batch.ts'
import { batchQuery, eventsAddress } from '../api/batches.ts'

/**
 * How a batch comes along, as the server tells it while this is on the screen. Ends the server the telling (the
 * batch is at rest, or the server stopped), the batch is looked at anew, and soon it is asked again.
 */
export function useProgress(batch: string): Progress | null {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)

  useEffect(() => {
    let events: EventSource
    let again: ReturnType<typeof setTimeout>
    const listen = () => {
      events = new EventSource(eventsAddress(batch))
      events.addEventListener('progress', ({ data }: MessageEvent<string>) =>
        setProgress(JSON.parse(data) as Progress),
      )
      // Not left to the browser: it gives up for good at the first refusal.
      events.addEventListener('error', () => {
        events.close()
        setProgress((last) => last && { ...last, ...unknownPace })
        void queryClient.invalidateQueries(
          { queryKey: batchQuery(batch).queryKey },
          { cancelRefetch: false },
        )
        again = setTimeout(listen, 1_000)
      })
    }
    listen()
    return () => {
      clearTimeout(again)
      events.close()
    }
  }, [batch, queryClient])

  return progress
}

const unknownPace = { rowsPerSecond: null, secondsLeft: null, waitsFor: null } as const
