import { createContext, use, useMemo, useState } from 'react'
import type { Mail } from '../../src/http/contract/mail.ts'

/** Which mails of the outbox are chosen, to be released or recalled together. */
export interface ChosenMails {
  /** Those that are shown and can be chosen. */
  readonly choosable: readonly Mail[]
  readonly chosen: readonly Mail[]
  readonly choose: (mails: readonly Mail[], isChosen: boolean) => void
}

export const ChosenMailsContext = createContext<ChosenMails>({
  choosable: [],
  chosen: [],
  choose: () => {},
})

export const useChosen = (): ChosenMails => use(ChosenMailsContext)

/** What is chosen of these mails. One that has left meanwhile, or is no longer shown, is chosen no more. */
export function useChosenMails(shown: readonly Mail[]): ChosenMails {
  const [ids, setIds] = useState<readonly string[]>([])
  return useMemo(() => {
    const choosable = shown.filter(isUnsent)
    const choose = (mails: readonly Mail[], isChosen: boolean) =>
      setIds((before) => {
        const named = new Set(mails.map(({ id }) => id))
        const others = before.filter((id) => !named.has(id))
        return isChosen ? [...others, ...named].slice(0, most) : others
      })
    const wanted = new Set(ids)
    return { choosable, chosen: choosable.filter(({ id }) => wanted.has(id)), choose }
  }, [shown, ids])
}

// As many as one request names; more are released or recalled by their batch, or all at once.
const most = 1_000

/** Has it not left, and is nobody about to hand it over? */
export function isUnsent({ state }: Pick<Mail, 'state'>): boolean {
  return state === 'held' || state === 'queued'
}
