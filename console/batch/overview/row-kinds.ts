import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconEqual,
  IconEyeOff,
  IconPlayerPlay,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import type { Batch } from '../../../src/http/contract/batch.ts'
import type { RowNarrowing } from '../use-narrowing.ts'

/** Rows that stand alike, as a picture and a legend show them. */
export interface RowKind {
  readonly name:
    | 'ready'
    | 'open'
    | 'unchanged'
    | 'error'
    | 'skipped'
    | 'done'
    | 'failed'
    | 'leftOut'
  readonly count: number
  readonly icon: Icon
  readonly colour: string
  /** How the address asks for them. */
  readonly narrowing: Pick<RowNarrowing, 'state' | 'leftOut'>
}

/** All rows of a batch by how they stand, the most wanted first; what no row is, is left out. */
export function rowKinds(batch: Counted): readonly RowKind[] {
  const { totals, startedAt, state } = batch
  // While it executes, only those whose turn has come are counted among the unchanged.
  const leftOut = Math.min(batch.leftOut, totals.unchanged)
  // Its events may tell that it executes before it is looked at again, and has a beginning.
  const isStarted = startedAt !== null || state === 'waiting' || state === 'executing'
  const kinds: readonly RowKind[] = [
    { name: 'done', count: totals.done, ...looks.done },
    isStarted
      ? { name: 'open', count: totals.ready, ...looks.open }
      : { name: 'ready', count: totals.ready, ...looks.ready },
    {
      name: 'unchanged',
      count: totals.unchanged - leftOut,
      ...looks.unchanged,
      // Rows that were left out are unchanged as well, but they are a kind of their own here.
      narrowing: { state: 'unchanged', ...(leftOut > 0 && { leftOut: false }) },
    },
    isStarted
      ? { name: 'skipped', count: totals.error, ...looks.error }
      : { name: 'error', count: totals.error, ...looks.error },
    { name: 'failed', count: totals.failed, ...looks.failed },
    { name: 'leftOut', count: leftOut, ...looks.leftOut },
  ]
  return kinds.filter(({ count }) => count > 0)
}

export type Counted = Pick<Batch, 'totals' | 'leftOut' | 'startedAt' | 'state'>

const looks = {
  ready: { icon: IconPlayerPlay, colour: 'blue.8', narrowing: { state: 'ready' } },
  open: { icon: IconCircleDashed, colour: 'gray.3', narrowing: { state: 'ready' } },
  unchanged: { icon: IconEqual, colour: 'gray.6', narrowing: { state: 'unchanged' } },
  error: { icon: IconAlertTriangle, colour: 'red.8', narrowing: { state: 'error' } },
  done: { icon: IconCheck, colour: 'green.9', narrowing: { state: 'done' } },
  failed: { icon: IconX, colour: 'orange.9', narrowing: { state: 'failed' } },
  leftOut: { icon: IconEyeOff, colour: 'gray.5', narrowing: { leftOut: true } },
} as const satisfies Record<string, Omit<RowKind, 'name' | 'count'>>
