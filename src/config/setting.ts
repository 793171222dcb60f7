import type { z } from 'zod'

/** One variable of the environment: for people, and for `readConfig`. */
export interface Setting {
  readonly name: `ROSTER_${string}`
  /** What holds when it is not set; null: nothing. */
  readonly default: string | null
  readonly description: string
}

/** A setting, and how its text is read. */
export interface Reading<Value> extends Setting {
  readonly schema: z.ZodType<Value, string>
  /** Ends the sentence “ROSTER_X must be …”. */
  readonly must: string
}
