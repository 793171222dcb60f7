import { createHash, timingSafeEqual } from 'node:crypto'

/** Is what somebody shows this secret? How long it takes tells nothing of where they differ, nor how long it is. */
export function isSameSecret(shown: string, secret: string): boolean {
  return timingSafeEqual(sha256(shown), sha256(secret))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
