import { createHash } from 'node:crypto'

/** The installation's key, in hexadecimal, that ROSTER_SECRET stands for: 64 hexadecimal digits are one as they are. */
export function keyOfSecret(secret: string): string {
  if (/^[0-9a-f]{64}$/u.test(secret)) return secret
  return createHash('sha256').update(secret).digest('hex')
}
