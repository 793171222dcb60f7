import type { Totals } from '../domain/batch.ts'

/** A verification that this process has begun and not ended. */
export interface Verification {
  /** How far it has come; null: its first rows are not judged yet. */
  readonly totals: Totals | null
}

/** The verifications of this process, by the id of their batch. */
export interface Verifications {
  /** Notes one until it is disposed of; it is told how far it has come. */
  begin(batch: string): Disposable & { report(totals: Totals): void }
  find(batch: string): Verification | undefined
}

export function trackVerifications(): Verifications {
  const underway = new Map<string, Set<{ totals: Totals | null }>>()
  return {
    begin(batch) {
      const one: { totals: Totals | null } = { totals: null }
      const ofBatch = underway.get(batch) ?? new Set()
      underway.set(batch, ofBatch.add(one))
      return {
        report: (totals) => void (one.totals = totals),
        [Symbol.dispose]() {
          ofBatch.delete(one)
          if (ofBatch.size === 0) underway.delete(batch)
        },
      }
    },
    // Of several only one is at work: the others wait for it, and may be refused.
    find(batch) {
      const ofBatch = [...(underway.get(batch) ?? [])]
      return ofBatch.find(({ totals }) => totals !== null) ?? ofBatch[0]
    },
  }
}
