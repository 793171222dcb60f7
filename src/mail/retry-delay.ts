const minute = 60_000

/**
 * How long to wait, in milliseconds, after a mail could not be handed over: a minute at first, twice
 * as long after each attempt, at most four hours. RFC 5321 (4.5.4.1) asks for four to five days of
 * trying; the 36 attempts last almost five. Null: that was the last attempt.
 */
export function retryDelay(attemptsBefore: number): number | null {
  if (attemptsBefore + 1 >= attempts) return null
  return Math.min(minute * 2 ** attemptsBefore, 240 * minute)
}

const attempts = 36
