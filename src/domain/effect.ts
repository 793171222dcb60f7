/** What a row can do to the directory. One row may have several effects, one effect counts people or roles. */
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
