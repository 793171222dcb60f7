import { hash } from 'node:crypto'
import type { Judgement } from './judgement.ts'

/**
 * A fingerprint of what the directory has where the row will change it: the execution compares it
 * with what it finds, so nothing that changed meanwhile is overwritten blindly. Null is the ordinary
 * case: everything that the row wants is needed, and nothing is there yet.
 */
export function basisOf({ state, effect }: Judgement): string | null {
  if (state !== 'ready' || effect === null) return null
  if (effect.parts.every((part) => part.needed && part.before === null)) return null
  const found = effect.parts.map(({ about, needed, before }) => [about, needed ? before : 0])
  return hash('sha256', JSON.stringify(found), 'base64').slice(0, 22)
}
