import type { EffectCounts, EffectName } from '../domain/effect.ts'
import type { Judgement } from './judgement.ts'

/** Counts what applying rows does. Rows are counted by the hundred thousand: nothing is made for each of them. */
export interface EffectCounter {
  add(judgement: Judgement): void
  counts(): EffectCounts
}

export function countEffects(): EffectCounter {
  const counts: Partial<Record<EffectName, number>> = {}
  return {
    add({ effect }) {
      if (effect === null) return
      for (const part of effect.parts) {
        if (part.needed && part.effect !== null)
          counts[part.effect] = (counts[part.effect] ?? 0) + 1
      }
    },
    counts: () => counts,
  }
}
