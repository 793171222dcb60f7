import { createHash, timingSafeEqual } from 'node:crypto'

/** A secret of 128 random bits cannot be guessed, so a plain hash protects it as well as a slow one. */
export function hashSecret(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Is this the secret of which only the hash was stored? */
export function isSecretOf(hash: Buffer, secret: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), hash)
}
