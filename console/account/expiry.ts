/** Until when a key works: always, for a span from now, or until the end of a day. */
export type Expiry =
  | { readonly kind: 'never' | 'month' | 'quarter' | 'year' }
  | { readonly kind: 'day'; readonly day: string }

export const expiryKinds = ['never', 'month', 'quarter', 'year', 'day'] as const

export const noExpiry: Expiry = { kind: 'never' }

/** @returns the moment as the API takes it; null: never */
export function expiryOf(expiry: Expiry, now: Date): string | null {
  if (expiry.kind === 'never') return null
  if (expiry.kind === 'day') return endOf(expiry.day).toISOString()
  const end = new Date(now)
  end.setDate(end.getDate() + days[expiry.kind])
  return end.toISOString()
}

/** Is there a choice, and has it not passed already? */
export function isChosen(expiry: Expiry, now: Date): boolean {
  return expiry.kind !== 'day' || (expiry.day !== '' && endOf(expiry.day) > now)
}

const days = { month: 30, quarter: 90, year: 365 }

// The last moment of the day, where whoever chose it is.
function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999`)
}
