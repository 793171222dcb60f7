/** Attempts that were counted, and when the last of them was. */
export interface Attempts {
  readonly failures: number
  readonly lastAt: Date
}

/**
 * How many seconds somebody has to wait until the next attempt: none while the failures are few (`free`), then 1, 2,
 * 4 and so on, a quarter of an hour at most. Nobody is locked out for ever, and after a day all is forgotten.
 */
export function secondsToWait({ failures, lastAt }: Attempts, free: number, now: Date): number {
  if (lastAt <= remembered(now) || failures <= free) return 0
  const delay = Math.min(2 ** (failures - free - 1), longest)
  const passed = (now.getTime() - lastAt.getTime()) / 1000
  return Math.max(0, Math.ceil(delay - passed))
}

/** Attempts up to this moment are forgotten. */
export function remembered(now: Date): Date {
  return new Date(now.getTime() - day)
}

const longest = 15 * 60
const day = 24 * 60 * 60 * 1000
