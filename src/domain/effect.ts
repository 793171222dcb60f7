/**
 * What a row can do to the directory. `invited`, `invited-again`, `removed-from-rooms` and `deleted` count people,
 * `assigned` and `role-changed` roles of a user in a room, `guest-invited` and `guest-changed` links of a guest.
 */
export const effectNames = [
  'invited',
  'invited-again',
  'assigned',
  'role-changed',
  'removed-from-rooms',
  'deleted',
  'guest-invited',
  'guest-changed',
] as const

export type EffectName = (typeof effectNames)[number]

/** How often rows have each effect; one that none has may be absent. */
export type EffectCounts = Readonly<Partial<Record<EffectName, number>>>

/** All of them together. */
export function sumOfEffects(parts: readonly EffectCounts[]): EffectCounts {
  const sum: Partial<Record<EffectName, number>> = {}
  for (const counts of parts) {
    for (const name of effectNames) {
      const count = counts[name]
      if (count !== undefined) sum[name] = (sum[name] ?? 0) + count
    }
  }
  return sum
}
