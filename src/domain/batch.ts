import type { Problem } from './problem.ts'

/** Where a batch stands. */
export const batchStates = [
  'draft',
  'verified',
  'waiting',
  'executing',
  'done',
  'stopped',
  'failed',
] as const

export type BatchState = (typeof batchStates)[number]

/** `waiting`: another batch of the company executes. `stopped` and `failed` can go on. */
const legalMoves: Readonly<Record<BatchState, readonly BatchState[]>> = {
  draft: ['draft', 'verified'],
  verified: ['draft', 'verified', 'waiting'],
  waiting: ['executing', 'stopped'],
  executing: ['done', 'stopped', 'failed'],
  stopped: ['waiting'],
  failed: ['waiting'],
  done: [],
}

/** May a batch go from one state to the other? A change of its source or mapping makes it a draft again. */
export function canMove(from: BatchState, to: BatchState): boolean {
  return legalMoves[from].includes(to)
}

/** `ready`, `unchanged`, `error` after verification; `done`, `unchanged`, `error`, `failed` after execution. */
export const rowStates = ['ready', 'unchanged', 'error', 'done', 'failed'] as const

export type RowState = (typeof rowStates)[number]

/** How many rows stand where. `rows` is their sum; `mails` are those that will be, or were, queued. */
export interface Totals {
  readonly rows: number
  readonly ready: number
  readonly unchanged: number
  readonly error: number
  readonly done: number
  readonly failed: number
  readonly mails: number
}

export const noTotals: Totals = {
  rows: 0,
  ready: 0,
  unchanged: 0,
  error: 0,
  done: 0,
  failed: 0,
  mails: 0,
}

/** Has the batch come to an end that only a person can change? */
export function isAtRest(state: BatchState): boolean {
  return state !== 'waiting' && state !== 'executing'
}

/** Rows that have the same problem, as a person wants to see and mend them together. */
export interface ProblemGroup {
  /** The problem of the first of them. */
  readonly problem: Problem
  /** The cell that they have in common; null where each has its own. */
  readonly value: string | null
  readonly count: number
  readonly firstLine: number
}
