import { batchExecution } from './batch-execution.ts'
import { batchPlan } from './batch-plan.ts'

/** The page of a batch. */
export const batch = {
  en: { ...batchPlan.en, ...batchExecution.en },
  de: { ...batchPlan.de, ...batchExecution.de },
}
