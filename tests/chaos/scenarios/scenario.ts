import type { Random } from '../random.ts'
import type { Stage } from '../stage/open-stage.ts'
import type { Company } from '../world/found-company.ts'

/** A way to treat servers, database and people badly. */
export interface Scenario {
  readonly name: string
  /** One act of disturbance; the next follows after `pause`. Whatever it ends it starts again. */
  readonly disturb?: (disturbing: Disturbing) => Promise<void>
  /** Milliseconds between two acts, at least and at most. */
  readonly pause?: readonly [number, number]
  readonly startsTwice?: boolean
  readonly isEdited?: boolean
  /** The disk of the database can be filled, and a batch may fail for it. */
  readonly onSmallDisk?: boolean
  /** The clock of the database goes wrong, too, where that can be had. */
  readonly wrongDatabaseClock?: boolean
}

export interface Disturbing {
  readonly stage: Stage
  readonly random: Random
  readonly companies: readonly Company[]
}
