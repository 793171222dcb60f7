import { audit } from '../words/audit.ts'

/** What the log has words for: acts of the policy, and what happened beside them. */
export type ActName = keyof typeof audit.en.acts

/** Is it one of those? A newer server may tell of others. */
export function isActName(name: unknown): name is ActName {
  return typeof name === 'string' && Object.hasOwn(audit.en.acts, name)
}

export const actNames = Object.keys(audit.en.acts).filter(isActName)
