import { createContext, use } from 'react'
import type { Batch } from '../../src/http/contract/batch.ts'

/** The batch on the screen, and how it is changed: what a change makes doubtful is verified again. */
export interface Plan {
  readonly batch: Batch
  readonly isVerifying: boolean
  /** Why the last change or verification did not work; null: it did. */
  readonly failure: unknown
  /** Judges all rows, and shows the plan. */
  readonly verify: () => Promise<void>
  /** Ends the verification that runs here; the batch stays a draft. */
  readonly giveUp: () => void
  /**
   * Does something that changes what will be executed (a mapping, a cell, a row left out), and verifies again
   * if the batch had been verified. A verification that runs is given up first.
   * @returns what the act answered; rejects with what went wrong, which `failure` shows as well
   */
  readonly change: <Answer>(act: () => Promise<Answer>) => Promise<Answer>
  readonly forgetFailure: () => void
}

export const PlanContext = createContext<Plan | null>(null)

/** The plan of the batch whose page this is. */
export function usePlan(): Plan {
  const plan = use(PlanContext)
  if (plan === null) throw new Error('There is no batch around this part of the page.')
  return plan
}
