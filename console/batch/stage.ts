import type { BatchState } from '../../src/domain/batch.ts'

/** What the batch page shows: by the batch's state, the two that wait alike, and the two that can go on. */
export type Stage = 'draft' | 'verified' | 'executing' | 'interrupted' | 'done'

export const stageOf: Readonly<Record<BatchState, Stage>> = {
  draft: 'draft',
  verified: 'verified',
  waiting: 'executing',
  executing: 'executing',
  stopped: 'interrupted',
  failed: 'interrupted',
  done: 'done',
}
