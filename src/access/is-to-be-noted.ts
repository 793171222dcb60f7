/**
 * Is a use at this moment to be written down? Once a minute: a client that asks a thousand times a second must
 * not write as often.
 */
export function isToBeNoted(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > notedEvery
}

const notedEvery = 60_000
