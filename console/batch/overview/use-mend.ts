import { useState } from 'react'
import { usePlan } from '../plan.ts'

/** Puts rows right, many at once, and says what it did. */
export interface Mend {
  /** What the last one did; empty when it did not work, since the plan then says why. */
  readonly said: string
  readonly run: (act: () => Promise<unknown>, said: string) => Promise<void>
}

export function useMend(): Mend {
  const { change } = usePlan()
  const [said, setSaid] = useState('')
  const run = async (act: () => Promise<unknown>, said: string) => {
    try {
      await change(act)
      setSaid(said)
    } catch {
      setSaid('')
    }
  }
  return { said, run }
}
