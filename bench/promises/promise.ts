import type { BatchFigures } from '../batches/measure-batch.ts'
import type { BenchServer } from '../servers/bench-server.ts'

/** What was promised about speed or memory, and how it is measured. */
export interface SpeedPromise {
  /** By which it is chosen: `npm run bench -- NAME`. */
  readonly name: string
  readonly summary: string
  /** It takes minutes, and is measured only where it is asked for. */
  readonly isLarge?: boolean
  /** Why its ratios hardly depend on what else the machine does, so that a regression can be told; else it is only shown. */
  readonly stable?: string
  readonly measure: (round: Round) => Promise<readonly Reading[]>
}

/** One figure, and what was promised of it. */
export interface Reading {
  readonly what: string
  /** Null: it is only shown. */
  readonly goal: Goal | null
  readonly value: number
  readonly unit: Unit
  /** Whatever helps to understand it. */
  readonly detail?: string
}

export type Goal = { readonly atMost: number } | { readonly atLeast: number }

/** `×`: a ratio. */
export type Unit = '×' | 's' | 'ms' | 'MB' | 'rows/s'

/** What the promises of one round share. */
export interface Round {
  /** Where it was asked for: instead of the promise’s own number. */
  readonly rows: number | null
  /** See `openUsualServer`; opened when it is first needed. */
  readonly usual: () => Promise<BenchServer>
  /** See `openExternalServer`; null where there is none. */
  readonly external: () => Promise<BenchServer | null>
  /** A batch of the operation, and its floor; measured once in a round. */
  readonly batch: (operation: string, rows: number) => Promise<BatchFigures>
  /** Tells whoever waits how it comes along. */
  readonly say: (line: string) => void
}
