import { setImmediate } from 'node:timers/promises'

/** The time that a long piece of work has before others get theirs. */
export interface Turn {
  /** To be asked between two rows: it costs next to nothing. */
  isOver(): boolean
  /** Lets others through; then the next turn begins. */
  next(): Promise<void>
}

// Some database answers go into one answer to a request, and each may have to wait for a turn to end.
const milliseconds = 8

/** Begins a turn. Rows are judged without waiting for anything, so nobody else would come to anything meanwhile. */
export function startTurn(): Turn {
  let end = performance.now() + milliseconds
  return {
    isOver: () => performance.now() >= end,
    async next() {
      await setImmediate()
      end = performance.now() + milliseconds
    },
  }
}
