import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Me } from '../../src/http/contract/me.ts'
import { meQuery } from '../api/session.ts'
import { homeOf } from './home-of.ts'

/**
 * @returns what leads somebody on who has just been let in, to an address of the console, else to where they begin; the
 *   page that let them in is not gone back to
 */
export function useArrival(): (me: Me, to?: string) => Promise<void> {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return async (me, to = homeOf(me)) => {
    const before = queryClient.getQueryData(meQuery.queryKey)
    // What somebody else saw here is not theirs; whoever comes back finds what they had not sent yet.
    if (!isSame(before, me)) queryClient.clear()
    queryClient.setQueryData(meQuery.queryKey, me)
    await navigate({ to, replace: true })
    // Not before: a link that was used up would be asked for once more.
    void queryClient.invalidateQueries()
  }
}

function isSame(before: Me | undefined, now: Me): boolean {
  return before?.id === now.id
}
