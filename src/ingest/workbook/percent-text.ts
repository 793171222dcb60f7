import { numberText } from './number-text.ts'

/** A share as a percentage: `0.125` is `12.5%`. What is no number stays as it is. */
export function percentText(stored: string): string {
  const share = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(share)) return stored
  return `${numberText(String(share * 100))}%`
}
